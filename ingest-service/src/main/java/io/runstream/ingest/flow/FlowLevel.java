package io.runstream.ingest.flow;

/**
 * How full the window is at a moment.
 *
 * @param underWay cost of the records that are published and not projected: their bytes and a fixed cost of each
 * @param window cost that may be under way
 * @param waiting writes that wait for their turn
 */
record FlowLevel(long underWay, long window, int waiting) {}
