package io.runstream.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.runstream.bench.load.LoadResult;
import io.runstream.bench.workload.Goal;
import io.runstream.bench.workload.Measurement;
import io.runstream.bench.workload.Visibility;
import java.time.Duration;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static final Goal GOAL =
            Goal.times(20, Goal.Unit.POINTS).p99Under(Duration.ofMillis(50)).visibleMaxUnder(Duration.ofSeconds(5));

    @Test
    void saysWhichPartsOfTheGoalAreReached() {
        Verdict verdict = new Verdict(
                GOAL, Optional.of(measured(300, 40_000, 6_000_000)), Optional.of(measured(10, 1, 1)), Optional.empty());

        assertThat(verdict.againstFastTrackMl()).isEqualTo("30x");
        assertThat(verdict.againstMlflow()).isEmpty();
        assertThat(verdict.goal()).isEqualTo("20x, p99 under 50 ms, visible always under 5000 ms");
        assertThat(verdict.reached()).isEqualTo("yes, yes (p99 40.0 ms), **no** (visible max 6,000.6 ms)");
    }

    @Test
    void comparesWithMlflowAndWithTheStoreItself() {
        Goal goal = Goal.none(Goal.Unit.POINTS).timesMlflow(3).shareOfStore(0.7);
        Verdict verdict =
                new Verdict(goal, Optional.of(measured(300, 1, 1)), Optional.empty(), Optional.of(measured(75, 1, 1)));

        assertThat(verdict.againstMlflow()).isEqualTo("4.0x");
        assertThat(verdict.goal()).isEqualTo("3.0x MLflow, 70 % of the store itself");
        assertThat(verdict.reached()).isEqualTo("yes, **no** (60 %)");
    }

    @Test
    void withoutRunstreamThereIsNothingToCompare() {
        Verdict verdict = new Verdict(GOAL, Optional.empty(), Optional.of(measured(10, 1, 1)), Optional.empty());

        assertThat(verdict.againstFastTrackMl()).isEmpty();
        assertThat(verdict.reached()).isEmpty();
    }

    private static Measurement measured(int requests, long latencyMicros, long delayMicros) {
        Histogram latencies = new Histogram(3);
        latencies.recordValueWithCount(latencyMicros, requests);
        Histogram delays = new Histogram(3);
        delays.recordValue(delayMicros);
        Duration second = Duration.ofSeconds(1);
        return new Measurement(
                new LoadResult(latencies, 0, 0, "", second, Duration.ZERO),
                100,
                second,
                second,
                Optional.of(50_000.0),
                Optional.of(new Visibility(delays, 0)),
                "");
    }
}
