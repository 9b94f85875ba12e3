package io.runstream.bench.workload;

/** Somewhere that keeps files: a tracking server's artifacts, or the store behind them. Thread-safe. */
interface FileShelf {
    /** Writes so many bytes. */
    void put(String path, long size);

    /** Reads a file and drops it. Fails unless it has that size. */
    void get(String path, long size);

    void delete(String path);
}
