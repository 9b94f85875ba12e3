package io.runstream.bench.workload;

import java.time.Duration;
import java.util.Optional;

/**
 * What Runstream wants to reach.
 *
 * @param unit what is counted and compared
 * @param factor against FastTrackML; empty if there is no such goal
 * @param p99 greatest 99th percentile of latency
 * @param visibleP99 99th percentile of the time from acknowledgement to visibility while the load runs
 * @param visibleMax the same, of all
 */
public record Goal(
        Unit unit,
        Optional<Double> factor,
        Optional<Duration> p99,
        Optional<Duration> visibleP99,
        Optional<Duration> visibleMax) {

    /** What a throughput is counted in. */
    public enum Unit {
        REQUESTS("req/s"),
        POINTS("points/s");

        private final String label;

        Unit(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    static Goal none(Unit unit) {
        return new Goal(unit, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Goal times(double factor, Unit unit) {
        return new Goal(unit, Optional.of(factor), Optional.empty(), Optional.empty(), Optional.empty());
    }

    Goal p99Under(Duration limit) {
        return new Goal(unit, factor, Optional.of(limit), visibleP99, visibleMax);
    }

    Goal visibleP99Under(Duration limit) {
        return new Goal(unit, factor, p99, Optional.of(limit), visibleMax);
    }

    Goal visibleMaxUnder(Duration limit) {
        return new Goal(unit, factor, p99, visibleP99, Optional.of(limit));
    }
}
