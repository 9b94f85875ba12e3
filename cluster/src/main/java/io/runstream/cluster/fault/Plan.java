package io.runstream.cluster.fault;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;

/**
 * What is to go wrong, and for how long.
 *
 * @param home the root of the sources, in which everything has been built
 * @param folder of all files; must be empty, or not be there
 * @param seed of what the writers write
 * @param faults as many as there is time for, or fewer
 * @param time after which no other fault begins
 */
record Plan(Path home, Path folder, long seed, Iterator<Fault> faults, Duration time) {}
