package io.runstream.embedded;

/**
 * How an embedded S3 store runs.
 *
 * @param port TCP port on 127.0.0.1; 0 for a free one
 * @param flushEachObject whether an object is on the disk, not just with the operating system, before its upload is
 *     acknowledged: survives a power cut, at a price
 */
public record S3Settings(int port, boolean flushEachObject) {

    /** A free port; acknowledged objects survive the end of the process, not that of the machine. */
    public static S3Settings defaults() {
        return new S3Settings(0, false);
    }

    /** The same, on that port; 0 for a free one. */
    public S3Settings withPort(int newPort) {
        return new S3Settings(newPort, flushEachObject);
    }

    /** The same, with each object flushed or not. */
    public S3Settings withFlushEachObject(boolean flush) {
        return new S3Settings(port, flush);
    }
}
