package io.runstream.embedded;

/**
 * How an embedded broker runs.
 *
 * @param port TCP port on 127.0.0.1; 0 for a free one
 * @param flushEachAppend whether each append is on the disk, not just with the operating system, before it is
 *     acknowledged: survives a power cut, at a price (two times slower with one partition, seven to ten with eight)
 */
public record KafkaSettings(int port, boolean flushEachAppend) {

    /** A free port; acknowledged appends survive the end of the process, not that of the machine. */
    public static KafkaSettings defaults() {
        return new KafkaSettings(0, false);
    }

    /** The same, on that port; 0 for a free one. */
    public KafkaSettings withPort(int newPort) {
        return new KafkaSettings(newPort, flushEachAppend);
    }

    /** The same, with each append flushed or not. */
    public KafkaSettings withFlushEachAppend(boolean flush) {
        return new KafkaSettings(port, flush);
    }
}
