package io.runstream.transfer.archive;

/**
 * An artifact in the archive: a line of {@code objects.jsonl}.
 *
 * @param key its name in the store
 * @param size in bytes
 * @param sha256 of its bytes
 * @param contentType as the store had it
 * @param version what the source said of it when it was copied: says the same as long as it has not changed
 */
public record ObjectEntry(String key, long size, String sha256, String contentType, String version) {}
