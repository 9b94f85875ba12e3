package io.runstream.query.projection.fold;

import static io.runstream.query.projection.Events.experiment;
import static io.runstream.query.projection.Events.logged;
import static io.runstream.query.projection.Events.metric;
import static io.runstream.query.projection.Events.param;
import static io.runstream.query.projection.Events.params;
import static io.runstream.query.projection.Events.runCreated;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.runstream.event.v1.Idempotency;
import io.runstream.event.v1.TrackingEvent;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchFoldTest {
    private final UUID run = UUID.randomUUID();

    private static TrackingEvent.Builder with(TrackingEvent.Builder event, String key, String fingerprint) {
        return event.setIdempotency(
                Idempotency.newBuilder().setKey(key).setFingerprint(ByteString.copyFromUtf8(fingerprint)));
    }

    @Test
    void whoSentAnEventDecidesNothing() {
        Folded named = Folded.experiments(
                experiment("a").setPrincipal("ada"), experiment("a").setPrincipal("bob"));
        Folded unnamed = Folded.experiments(experiment("a"), experiment("a"));

        assertThat(named.rejection()).isEqualTo(unnamed.rejection());
        assertThat(named.changes()).usingRecursiveComparison().isEqualTo(unnamed.changes());
    }

    @Test
    void theSameKeyAgainGetsTheFirstAnswerAndWritesNothing() {
        Folded folded = Folded.experiments(
                with(experiment("a"), "key", "f"), experiment("b"), with(experiment("a"), "key", "f"));

        assertThat(folded.reply().getExperiment().getExperimentId()).isEqualTo(1);
        assertThat(folded.changes().experiments()).hasSize(2);
        assertThat(folded.changes().answers()).containsOnlyKeys(new AnswerKey(0, "experiments/key"));
    }

    @Test
    void theSameKeyForAnotherRequestIsRefused() {
        Folded folded = Folded.experiments(with(experiment("a"), "key", "f"), with(experiment("b"), "key", "g"));

        assertThat(folded.rejection().getIdempotencyKeyReused().getKey()).isEqualTo("key");
        assertThat(folded.changes().experiments()).hasSize(1);
    }

    @Test
    void aRefusedRequestMayBeTriedAgainWithItsKey() {
        Folded folded = Folded.run(
                run,
                with(params(run, param("p", "1")), "key", "f"),
                runCreated(run),
                with(params(run, param("p", "1")), "key", "f"));

        assertThat(folded.reply().hasDone()).isTrue();
    }

    @Test
    void aKeyIsForgottenAfterADayOfEventTime() {
        long day = Duration.ofHours(24).toMillis();

        assertThat(Folded.experiments(
                                with(experiment("a"), "key", "f").setAcceptedAt(5),
                                with(experiment("b"), "key", "g").setAcceptedAt(5 + day))
                        .rejection()
                        .hasIdempotencyKeyReused())
                .isTrue();
        assertThat(Folded.experiments(
                                with(experiment("a"), "key", "f").setAcceptedAt(5),
                                with(experiment("b"), "key", "g").setAcceptedAt(6 + day))
                        .reply()
                        .getExperiment()
                        .getName())
                .isEqualTo("b");
    }

    @Test
    void pointsOfOneSeriesGatherInOneSegmentThatEndsWithItsLastEvent() {
        Folded folded = Folded.run(
                run,
                runCreated(run),
                logged(run, metric("m", 1, 30, 1), metric("n", 1, 1, 1)),
                logged(run, metric("m", 2, 10, 2)));

        List<Series> series = folded.changes().series();
        assertThat(series).extracting(s -> s.key().key()).containsExactly("m", "n");
        assertThat(series).extracting(Series::size).containsExactly(2, 1);
        assertThat(series).extracting(Series::sequence).containsExactly(2L, 1L);
        assertThat(series.getFirst().minTimestamp()).isEqualTo(10);
        assertThat(series.getFirst().maxTimestamp()).isEqualTo(30);
    }

    @ParameterizedTest(name = "step {0}, time {1}, value {2} is replaced by step {3}, time {4}, value {5}: {6}")
    @CsvSource({
        "1, 5, 1,    2, 1, 0,    true",
        "2, 1, 0,    1, 5, 1,    false",
        "1, 5, 1,    1, 6, 0,    true",
        "1, 5, 1,    1, 5, 2,    true",
        "1, 5, 2,    1, 5, 1,    false",
        "1, 5, -1,   1, 5, NaN,  true",
        "1, 5, 1,    1, 5, NaN,  false",
        "1, 5, 0,    1, 5, NaN,  false",
        "1, 5, NaN,  1, 5, 0,    false",
        "-3, 5, 1,   -2, 1, 1,   true",
    })
    void theLatestPointIsTheGreatestOfStepTimeAndValueWithNaNAsZero(
            long step, long time, double value, long newStep, long newTime, double newValue, boolean replaced) {
        Folded folded = Folded.run(
                run,
                runCreated(run),
                logged(run, metric("m", value, time, step), metric("m", newValue, newTime, newStep)));

        assertThat(folded.changes().series().getFirst().latest()).isEqualTo(replaced ? 1 : 0);
    }
}
