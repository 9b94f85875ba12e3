package io.runstream.bench.workload;

/** One line of the table. */
public sealed interface Workload permits ReadWorkload, WriteWorkload, ReadAfterWrite, BigFiles, SmallFiles {

    /** By which the command line names it. */
    String name();

    /** For the reader of the table. */
    String title();

    Goal goal();

    /** Prepares, warms up and measures, on a server that was seeded. Leaves the seeded runs as they are. */
    Measurement measure(Stage stage);
}
