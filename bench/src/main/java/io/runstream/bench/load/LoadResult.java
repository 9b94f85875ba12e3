package io.runstream.bench.load;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/**
 * What a load did.
 *
 * @param latencies of the requests that succeeded, in microseconds, each from its first byte sent to its answer's last
 * @param pushedBack answers with status 429, after each of which the connection waited as asked and sent the same again
 * @param failed requests with any other answer than success, or none
 * @param firstFailure what the first of the failed said; empty if there is none
 * @param elapsed from the first request to the last answer
 * @param generatorCpu what this process used meanwhile
 */
public record LoadResult(
        Histogram latencies,
        long pushedBack,
        long failed,
        String firstFailure,
        Duration elapsed,
        Duration generatorCpu) {

    public long succeeded() {
        return latencies.getTotalCount();
    }
}
