package io.runstream.transfer.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.runstream.event.v1.DescribeRun;
import io.runstream.event.v1.EnsureDefaultExperiment;
import io.runstream.event.v1.RunCreated;
import io.runstream.event.v1.TrackingEvent;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OwnEventsTest {
    private static ConsumerRecord<byte[], byte @Nullable []> record(String topic, byte @Nullable [] value) {
        return new ConsumerRecord<>(topic, 0, 0, new byte[0], value);
    }

    private static ConsumerRecord<byte[], byte @Nullable []> event(TrackingEvent.Builder event) {
        return record(TransferTopics.TRACKING, event.build().toByteArray());
    }

    @Test
    void questionsAndTheDefaultExperimentChangeNothing() {
        assertThat(OwnEvents.change(event(TrackingEvent.newBuilder().setDescribeRun(DescribeRun.getDefaultInstance()))))
                .isEmpty();
        assertThat(OwnEvents.change(event(TrackingEvent.newBuilder()
                        .setEnsureDefaultExperiment(EnsureDefaultExperiment.getDefaultInstance()))))
                .isEmpty();
    }

    @Test
    void factsChangeSomethingAndSoMayWhatOnlyANewerVersionKnows() {
        assertThat(OwnEvents.change(event(TrackingEvent.newBuilder().setRunCreated(RunCreated.getDefaultInstance()))))
                .contains("RUN_CREATED");
        assertThat(OwnEvents.change(event(TrackingEvent.newBuilder().setAcceptedAt(1))))
                .contains("EVENT_NOT_SET");
    }

    @Test
    void whatIsNoEventChangesNothing() {
        assertThat(OwnEvents.change(record(TransferTopics.TRACKING, null))).isEmpty();
        assertThat(OwnEvents.change(record(TransferTopics.TRACKING, new byte[] {-1, -1})))
                .isEmpty();
    }

    @Test
    void usersThatAreThereBeforeAreNotInTheWay() {
        assertThat(OwnEvents.change(record(TransferTopics.ACCESS, new byte[] {1})))
                .isEmpty();
    }
}
