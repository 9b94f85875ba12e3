package io.runstream.query.projection.event;

import static io.runstream.query.projection.Events.event;
import static io.runstream.query.projection.Events.experiment;
import static io.runstream.query.projection.Events.logged;
import static io.runstream.query.projection.Events.metric;
import static io.runstream.query.projection.Events.param;
import static io.runstream.query.projection.Events.params;
import static io.runstream.query.projection.Events.runCreated;
import static io.runstream.query.projection.Events.tag;
import static io.runstream.query.projection.Events.tagged;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.runstream.event.v1.Dataset;
import io.runstream.event.v1.DatasetInput;
import io.runstream.event.v1.DeleteRun;
import io.runstream.event.v1.InputsLogged;
import io.runstream.event.v1.TrackingEvent;
import io.runstream.query.projection.Events;
import io.runstream.query.projection.event.LogEntry.Content;
import io.runstream.query.projection.event.LogEntry.OfExperiments;
import io.runstream.query.projection.event.LogEntry.OfRun;
import io.runstream.query.projection.event.LogEntry.UnknownKind;
import io.runstream.query.projection.event.LogEntry.Unreadable;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventDecoderTest {
    private static final UUID RUN = UUID.fromString("0af00000-0000-4000-8000-000000000001");

    private static Content decode(@Nullable String key, byte @Nullable [] value) {
        return EventDecoder.decode(new ConsumerRecord<>("t", 0, 0, key == null ? null : key.getBytes(US_ASCII), value))
                .content();
    }

    private static Content decode(@Nullable String key, TrackingEvent.Builder event) {
        return decode(key, event.build().toByteArray());
    }

    @Test
    void anEventUnderItsRunsKeyIsOfThatRun() {
        assertThat(decode(Events.id(RUN), runCreated(RUN)))
                .isEqualTo(new OfRun(RUN, runCreated(RUN).build()));
    }

    @Test
    void anEventOfExperimentsHasTheirOneKey() {
        assertThat(decode("experiments", experiment("a"))).isInstanceOf(OfExperiments.class);
        assertThat(decode("1", experiment("a"))).isEqualTo(new Unreadable("not under its own key"));
    }

    @Test
    void anEventUnderAnotherKeyThanItsRunsIsUnreadable() {
        assertThat(decode(Events.id(UUID.randomUUID()), runCreated(RUN)))
                .isEqualTo(new Unreadable("not under its own key"));
        assertThat(decode(null, runCreated(RUN))).isEqualTo(new Unreadable("not under its own key"));
    }

    @Test
    void aRunIdInAnotherFormIsUnreadable() {
        TrackingEvent.Builder odd = event().setDeleteRun(DeleteRun.newBuilder().setRunId("nope"));

        assertThat(decode("nope", odd)).isEqualTo(new Unreadable("the run's id is not 32 hex digits"));
    }

    @Test
    void aKindThatANewerWriterKnowsIsUnknown() {
        // Field 999 of TrackingEvent, an empty message.
        assertThat(decode("x", new byte[] {(byte) 0xba, 0x3e, 0}))
                .isEqualTo(new UnknownKind(
                        "a kind of event that this version does not know: field [999] of TrackingEvent"));
    }

    @Test
    void garbageIsUnreadable() {
        assertThat(decode("x", new byte[] {1, 2, 3})).isInstanceOf(Unreadable.class);
        assertThat(decode("x", (byte[]) null)).isEqualTo(new Unreadable("the record has no value"));
    }

    static Stream<TrackingEvent.Builder> textsWithTheNulCharacter() {
        return Stream.of(
                runCreated(RUN)
                        .setRunCreated(runCreated(RUN).getRunCreatedBuilder().setUserId("a\0b")),
                logged(RUN, metric("\0", 1, 1, 1)),
                tagged(RUN, tag("key", "a\0")),
                params(RUN, param("p\0", "1")),
                event().setInputsLogged(InputsLogged.newBuilder()
                        .setRunId(Events.id(RUN))
                        .addDatasets(DatasetInput.newBuilder()
                                .setDataset(Dataset.newBuilder().setSchema("\0")))));
    }

    @ParameterizedTest
    @MethodSource("textsWithTheNulCharacter")
    void aTextThatPostgresCantHoldIsUnreadable(TrackingEvent.Builder event) {
        assertThat(decode(Events.id(RUN), event)).isEqualTo(new Unreadable("a text holds U+0000"));
    }
}
