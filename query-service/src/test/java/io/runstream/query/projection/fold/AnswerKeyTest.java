package io.runstream.query.projection.fold;

import static org.assertj.core.api.Assertions.assertThat;

import io.runstream.event.v1.Idempotency;
import io.runstream.event.v1.TrackingEvent;
import io.runstream.query.projection.event.LogEntry;
import io.runstream.query.projection.event.LogEntry.OfExperiments;
import io.runstream.query.projection.event.LogEntry.OfRegistry;
import io.runstream.query.projection.event.LogEntry.OfRun;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AnswerKeyTest {
    private static final Idempotency KEY =
            Idempotency.newBuilder().setKey("key").build();
    private static final TrackingEvent EVENT = TrackingEvent.getDefaultInstance();

    @Test
    void belongsToOneRunSinceTwoRunsMayLieInOnePartitionHereAndInTwoElsewhere() {
        UUID one = new UUID(0, 1);
        UUID other = new UUID(0, 2);

        assertThat(of(new OfRun(one, EVENT)))
                .isEqualTo(new AnswerKey(3, "00000000-0000-0000-0000-000000000001/key"))
                .isNotEqualTo(of(new OfRun(other, EVENT)));
    }

    @Test
    void belongsToAllExperimentsOrToTheRegistry() {
        assertThat(of(new OfExperiments(EVENT))).isEqualTo(new AnswerKey(3, "experiments/key"));
        assertThat(of(new OfRegistry(EVENT))).isEqualTo(new AnswerKey(3, "model-registry/key"));
    }

    private static AnswerKey of(LogEntry.Content content) {
        return AnswerKey.of(new LogEntry(3, 0, content), KEY);
    }
}
