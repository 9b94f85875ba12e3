package io.runstream.bench.workload;

import java.time.Duration;
import java.util.Optional;

/**
 * What Runstream wants to reach.
 *
 * @param unit what is counted and compared
 * @param factor against FastTrackML; empty if there is no such goal
 * @param mlflowFactor against MLflow's own server; empty if there is no such goal
 * @param storeShare of what the store behind the server does by itself; empty if there is no such goal
 * @param p99 greatest 99th percentile of latency
 * @param visibleP99 99th percentile of the time from acknowledgement to visibility while the load runs
 * @param visibleMax the same, of all
 */
public record Goal(
        Unit unit,
        Optional<Double> factor,
        Optional<Double> mlflowFactor,
        Optional<Double> storeShare,
        Optional<Duration> p99,
        Optional<Duration> visibleP99,
        Optional<Duration> visibleMax) {

    /** What a throughput is counted in. */
    public enum Unit {
        REQUESTS("req/s"),
        POINTS("points/s"),
        FILES("files/s"),
        MEGABYTES("MB/s");

        private final String label;

        Unit(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public static Goal none(Unit unit) {
        return new Goal(
                unit,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public static Goal times(double factor, Unit unit) {
        Goal none = none(unit);
        return new Goal(
                unit,
                Optional.of(factor),
                none.mlflowFactor,
                none.storeShare,
                none.p99,
                none.visibleP99,
                none.visibleMax);
    }

    public Goal p99Under(Duration limit) {
        return new Goal(unit, factor, mlflowFactor, storeShare, Optional.of(limit), visibleP99, visibleMax);
    }

    public Goal visibleP99Under(Duration limit) {
        return new Goal(unit, factor, mlflowFactor, storeShare, p99, Optional.of(limit), visibleMax);
    }

    public Goal visibleMaxUnder(Duration limit) {
        return new Goal(unit, factor, mlflowFactor, storeShare, p99, visibleP99, Optional.of(limit));
    }

    public Goal timesMlflow(double times) {
        return new Goal(unit, factor, Optional.of(times), storeShare, p99, visibleP99, visibleMax);
    }

    public Goal shareOfStore(double share) {
        return new Goal(unit, factor, mlflowFactor, Optional.of(share), p99, visibleP99, visibleMax);
    }
}
