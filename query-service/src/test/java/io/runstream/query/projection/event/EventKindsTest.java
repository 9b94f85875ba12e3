package io.runstream.query.projection.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.google.protobuf.Descriptors.FieldDescriptor;
import io.runstream.event.v1.TrackingEvent;
import io.runstream.event.v1.TrackingEvent.EventCase;
import io.runstream.id.LoggedModelId;
import io.runstream.query.projection.event.LogEntry.Content;
import io.runstream.query.projection.event.LogEntry.OfExperiments;
import io.runstream.query.projection.event.LogEntry.OfModel;
import io.runstream.query.projection.event.LogEntry.OfRegistry;
import io.runstream.query.projection.event.LogEntry.OfRun;
import io.runstream.query.projection.fold.BatchFold;
import io.runstream.query.projection.fold.LoadedState;
import io.runstream.query.projection.fold.StateNeeds;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@link EventSubject} names every kind of event, or does not compile; this holds the others to it. */
class EventKindsTest {
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EVENT_NOT_SET")
    void whoeverAnEventIsAboutTakesIt(EventCase kind) {
        FieldDescriptor field = TrackingEvent.getDescriptor().findFieldByNumber(kind.getNumber());
        TrackingEvent.Builder event = TrackingEvent.newBuilder();
        event.setField(field, event.newBuilderForField(field).build());
        List<LogEntry> entries = List.of(new LogEntry(0, 7, content(event.build())));

        assertThatCode(() -> StateNeeds.of(entries, run -> false)).doesNotThrowAnyException();
        assertThat(BatchFold.fold(entries, LoadedState.NOTHING).outcomes()).hasSize(1);
    }

    private static Content content(TrackingEvent event) {
        return switch (EventSubject.of(event)) {
            case EventSubject.Run run -> new OfRun(UUID.randomUUID(), event);
            case EventSubject.Model model -> new OfModel(new LoggedModelId(UUID.randomUUID()), event);
            case EventSubject.Experiments experiments -> new OfExperiments(event);
            case EventSubject.Registry registry -> new OfRegistry(event);
        };
    }
}
