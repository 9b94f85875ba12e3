package io.runstream.query.projection.fold;

import io.runstream.event.v1.Rejection;
import io.runstream.event.v1.Reply;
import io.runstream.event.v1.TrackingEvent;
import io.runstream.id.LoggedModelId;
import io.runstream.query.projection.Events;
import io.runstream.query.projection.event.EventDecoder;
import io.runstream.query.projection.event.LogEntry;
import io.runstream.query.projection.fold.Outcome.Applied;
import io.runstream.query.projection.fold.Outcome.DeadLettered;
import io.runstream.query.projection.fold.Outcome.Refused;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Events folded over an empty state, as one batch of one partition. */
final class Folded {
    private static final int PARTITION = 0;

    private final BatchFold.Result result;

    private Folded(BatchFold.Result result) {
        this.result = result;
    }

    static Folded run(UUID run, TrackingEvent.Builder... events) {
        return fold(LoadedState.NOTHING, Events.id(run), events);
    }

    static Folded run(LoadedState loaded, UUID run, TrackingEvent.Builder... events) {
        return fold(loaded, Events.id(run), events);
    }

    static Folded model(LoggedModelId model, TrackingEvent.Builder... events) {
        return fold(LoadedState.NOTHING, model.toString(), events);
    }

    static Folded experiments(TrackingEvent.Builder... events) {
        return fold(LoadedState.NOTHING, "experiments", events);
    }

    static Folded registry(TrackingEvent.Builder... events) {
        return fold(LoadedState.NOTHING, "model-registry", events);
    }

    private static Folded fold(LoadedState loaded, String key, TrackingEvent.Builder... events) {
        List<LogEntry> entries = new ArrayList<>();
        for (TrackingEvent.Builder event : events) {
            entries.add(EventDecoder.decode(new ConsumerRecord<>(
                    "t",
                    PARTITION,
                    entries.size(),
                    key.getBytes(StandardCharsets.US_ASCII),
                    event.build().toByteArray())));
        }
        return new Folded(BatchFold.fold(entries, loaded));
    }

    Changes changes() {
        return result.changes();
    }

    Outcome last() {
        return result.outcomes().getLast();
    }

    /** What the last event was answered. */
    Reply reply() {
        return ((Applied) last()).reply();
    }

    /** Why the last event was refused. */
    Rejection rejection() {
        return ((Refused) last()).rejection();
    }

    /** Why the last event can't be applied. */
    String deadLetter() {
        return ((DeadLettered) last()).reason();
    }

    Map<RunKey, String> tags() {
        return changes().runTags();
    }

    RunRow row() {
        return changes().runs().iterator().next();
    }
}
