package io.runstream.query.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.ConnectException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class LagWatchTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final HandDrivenTimers timers = new HandDrivenTimers();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Map<Integer, Long> projected = new HashMap<>();
    private long[] ends = {0, 0};
    private boolean logAnswers = true;
    private boolean tablesAnswer = true;
    private long now;

    private final StoreWatch store = new StoreWatch();
    private final LagWatch watch = new LagWatch(
            () -> answer(logAnswers, ends),
            () -> answer(tablesAnswer, Map.copyOf(projected)),
            store,
            timers,
            meters,
            () -> now);

    @Test
    void tellsHowFarEachPartitionIsBehind() {
        ends = new long[] {10, 20};
        projected.put(1, 15L);

        watch.look();

        assertThat(lag(0)).isEqualTo(10);
        assertThat(lag(1)).isEqualTo(5);
    }

    @Test
    void goesOnFromWhatTheTablesSaidLastWhilePostgresIsAway() {
        projected.put(0, 10L);
        ends[0] = 10;
        watch.look();

        tablesAnswer = false;
        ends[0] = 30;
        now = SECOND.toNanos();
        timers.pass(SECOND);
        now = SECOND.multipliedBy(5).toNanos();
        timers.pass(SECOND);

        assertThat(lag(0)).isEqualTo(20);
        assertThat(meters.get("runstream.projection.lag.seconds")
                        .tag("partition", "0")
                        .gauge()
                        .value())
                .isEqualTo(4);
    }

    @Test
    void saysNothingWhileTheTablesNeverAnswered() {
        tablesAnswer = false;

        watch.look();

        assertThat(meters.getMeters()).isEmpty();
    }

    @Test
    void doesNotGuessWhileTheLogIsSilent() {
        watch.look();

        logAnswers = false;
        timers.pass(SECOND);
        assertThat(lag(0)).isNaN();

        logAnswers = true;
        timers.pass(SECOND);
        assertThat(lag(0)).isZero();
    }

    @Test
    void tellsReadersThatPostgresIsAwayAndThatItIsBack() {
        watch.look();
        assertThat(store.isAway()).isFalse();

        tablesAnswer = false;
        timers.pass(SECOND);
        assertThat(store.isAway()).isTrue();

        tablesAnswer = true;
        timers.pass(SECOND);
        assertThat(store.isAway()).isFalse();
    }

    @Test
    void takesASlowAnswerForNoOutage() {
        store.asked(new TimeoutException());

        assertThat(store.isAway()).isFalse();
    }

    private double lag(int partition) {
        return meters.get("runstream.projection.lag")
                .tag("partition", Integer.toString(partition))
                .gauge()
                .value();
    }

    private static <T> CompletionStage<T> answer(boolean answers, T value) {
        return answers
                ? CompletableFuture.completedFuture(value)
                : CompletableFuture.failedFuture(new ConnectException("away"));
    }
}
