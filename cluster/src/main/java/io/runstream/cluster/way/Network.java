package io.runstream.cluster.way;

/** How processes reach each other. */
public interface Network {
    /** Nothing lies between them. */
    Network DIRECT = (name, port) -> port;

    /**
     * Makes a way to a process.
     *
     * @param name of the process
     * @param port of 127.0.0.1 on which it listens, or will
     * @return the port at which the others reach it
     */
    int way(String name, int port);
}
