package io.runstream.bench.workload;

import java.time.Duration;

/**
 * How hard and how long.
 *
 * @param connections open at once, each with one request on its way
 * @param warmUp before each measurement, with the same load
 * @param window of a measurement
 * @param floodWindow of the measurement that shows whether the projection keeps up: long enough for lag to build up
 */
public record Effort(int connections, Duration warmUp, Duration window, Duration floodWindow) {}
