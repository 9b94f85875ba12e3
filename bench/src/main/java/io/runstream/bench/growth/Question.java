package io.runstream.bench.growth;

import java.util.List;

/**
 * A read that is measured at each step.
 *
 * @param requests asked in turn
 */
record Question(String title, List<byte[]> requests) {}
