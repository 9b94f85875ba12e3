package io.runstream.transfer.archive;

/**
 * A file of records that follow each other in one partition: a line of {@code log.jsonl}.
 *
 * @param topic of the records
 * @param partition of the records
 * @param from offset at which it begins
 * @param to offset at which the next one begins
 * @param records how many there are; offsets may have gaps
 * @param bytes of their keys and values
 * @param largest bytes of the largest
 * @param sha256 of the file
 * @param file its path in the archive
 */
public record ChunkEntry(
        String topic,
        int partition,
        long from,
        long to,
        long records,
        long bytes,
        int largest,
        String sha256,
        String file) {}
