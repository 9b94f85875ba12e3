package io.runstream.ingest.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.runstream.error.ApiException;
import io.runstream.error.ErrorCode;
import io.runstream.ingest.IngestConfig;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FlowWindowTest {
    /** Two records of the smallest size, no more. */
    private static final long WINDOW = 1000;

    private final AtomicLong nanos = new AtomicLong(1);
    private final FlowWindow window = new FlowWindow(config(2, Duration.ofSeconds(5)), nanos::get);

    private static IngestConfig.Flow config(int maxWaiting, Duration maxWait) {
        return new IngestConfig.Flow() {
            @Override
            public Duration maxLag() {
                return Duration.ofMillis(200);
            }

            @Override
            public long minWindow() {
                return WINDOW;
            }

            @Override
            public int maxWaiting() {
                return maxWaiting;
            }

            @Override
            public Duration maxWait() {
                return maxWait;
            }

            @Override
            public Duration stalledAfter() {
                return Duration.ofSeconds(1);
            }
        };
    }

    private static UniAssertSubscriber<FlowWindow.Ticket> enter(FlowWindow window) {
        return window.enter(100).subscribe().withSubscriber(UniAssertSubscriber.create());
    }

    private static FlowWindow.Ticket entered(FlowWindow window) {
        return enter(window).awaitItem().getItem();
    }

    @Test
    void recordWaitsUntilProjectionMakesRoom() {
        FlowWindow.Ticket first = entered(window);
        entered(window).acknowledged(0, 11);
        first.acknowledged(0, 10);
        UniAssertSubscriber<FlowWindow.Ticket> third = enter(window);
        third.assertNotTerminated();

        window.projected(0, 12);

        third.awaitItem();
    }

    @Test
    void levelTellsWhatIsUnderWayAndWhoWaits() {
        entered(window);
        entered(window);
        enter(window);

        assertThat(window.level()).isEqualTo(new FlowLevel(1000, WINDOW, 1));
    }

    @Test
    void recordThatDidNotReachTheLogMakesRoom() {
        FlowWindow.Ticket first = entered(window);
        entered(window);
        UniAssertSubscriber<FlowWindow.Ticket> third = enter(window);

        first.failed();

        third.awaitItem();
    }

    @Test
    void progressThatComesBeforeTheAcknowledgementCounts() {
        FlowWindow.Ticket first = entered(window);
        entered(window);
        window.projected(0, 11);
        UniAssertSubscriber<FlowWindow.Ticket> third = enter(window);
        third.assertNotTerminated();

        first.acknowledged(0, 10);

        third.awaitItem();
    }

    @Test
    void waitingRecordsEnterInTheOrderTheyCame() {
        FlowWindow.Ticket first = entered(window);
        FlowWindow.Ticket second = entered(window);
        UniAssertSubscriber<FlowWindow.Ticket> third = enter(window);
        UniAssertSubscriber<FlowWindow.Ticket> fourth = enter(window);

        first.failed();

        third.awaitItem();
        fourth.assertNotTerminated();
        second.failed();
        fourth.awaitItem();
    }

    @Test
    void moreThanMayWaitAreSentAway() {
        entered(window);
        entered(window);
        enter(window);
        enter(window);

        Throwable refusal = enter(window).awaitFailure().getFailure();

        assertThat(refusal).isInstanceOfSatisfying(ApiException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.RESOURCE_EXHAUSTED);
            assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(1));
        });
    }

    @Test
    void recordThatWaitsTooLongIsSentAway() {
        FlowWindow impatient = new FlowWindow(config(2, Duration.ofMillis(1)), nanos::get);
        entered(impatient);
        entered(impatient);

        Throwable refusal = enter(impatient).awaitFailure().getFailure();

        assertThat(refusal)
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.RESOURCE_EXHAUSTED));
    }

    @Test
    void projectionThatStandsStillClosesNothing() {
        entered(window).acknowledged(0, 10);
        entered(window).acknowledged(0, 11);
        UniAssertSubscriber<FlowWindow.Ticket> third = enter(window);
        third.assertNotTerminated();

        nanos.addAndGet(Duration.ofMillis(1001).toNanos());
        window.tick();

        third.awaitItem();
        enter(window).awaitItem();
    }

    @Test
    void halfOfWhatIsCaughtUpMayEnterWhileTheProjectionIsFarBehind() {
        entered(window).acknowledged(0, 0);
        nanos.addAndGet(Duration.ofMillis(1001).toNanos());
        for (int offset = 1; offset < 1000; offset++) {
            entered(window).acknowledged(0, offset);
        }

        window.projected(0, 200);

        // What is under way counts in bundles of neighbours, so some more or fewer than half of them.
        int admitted = 0;
        while (enter(window).getItem() != null) {
            admitted++;
        }
        assertThat(admitted).isBetween(1, 100);
    }

    @Test
    void windowFollowsTheSpeedOfTheProjection() {
        for (int offset = 0; offset < 40; offset++) {
            entered(window).acknowledged(0, offset);
            window.projected(0, offset + 1);
        }
        nanos.addAndGet(Duration.ofMillis(200).toNanos());

        // 40 records in a fifth of a second, and a lag of a fifth of a second is allowed.
        for (int i = 0; i < 40; i++) {
            entered(window);
        }
        enter(window).assertNotTerminated();
    }

    @Test
    void recordLargerThanTheWindowEntersAlone() {
        UniAssertSubscriber<FlowWindow.Ticket> large =
                window.enter(1_000_000).subscribe().withSubscriber(UniAssertSubscriber.create());

        large.awaitItem();
        enter(window).assertNotTerminated();
    }
}
