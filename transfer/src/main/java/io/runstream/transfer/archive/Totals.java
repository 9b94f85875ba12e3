package io.runstream.transfer.archive;

/**
 * That an archive is whole, and of what: {@code complete.json}, written when it is.
 *
 * @param records of all topics
 * @param recordBytes of their keys and values
 * @param objects artifacts
 * @param objectBytes of all artifacts
 * @param logIndex SHA-256 of {@code log.jsonl}
 * @param objectIndex SHA-256 of {@code objects.jsonl}
 */
public record Totals(
        long records, long recordBytes, long objects, long objectBytes, String logIndex, String objectIndex) {}
