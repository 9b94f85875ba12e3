package io.runstream.query.projection.event;

import com.google.protobuf.InvalidProtocolBufferException;
import io.runstream.event.EventKeys;
import io.runstream.event.v1.TrackingEvent;
import io.runstream.id.LoggedModelId;
import io.runstream.id.RunId;
import io.runstream.query.projection.event.LogEntry.Content;
import io.runstream.query.projection.event.LogEntry.OfExperiments;
import io.runstream.query.projection.event.LogEntry.OfModel;
import io.runstream.query.projection.event.LogEntry.OfRegistry;
import io.runstream.query.projection.event.LogEntry.OfRun;
import io.runstream.query.projection.event.LogEntry.UnknownKind;
import io.runstream.query.projection.event.LogEntry.Unreadable;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Turns a record into an entry. Never fails: the topic is open to other writers than ingest, and what one of them got
 * wrong must not stop the others' events.
 */
public final class EventDecoder {
    private static final byte[] EXPERIMENTS = EventKeys.ofExperiments();
    private static final byte[] REGISTRY = EventKeys.ofModelRegistry();

    private EventDecoder() {}

    public static LogEntry decode(ConsumerRecord<byte @Nullable [], byte @Nullable []> record) {
        return new LogEntry(record.partition(), record.offset(), content(record.key(), record.value()));
    }

    private static Content content(byte @Nullable [] key, byte @Nullable [] value) {
        if (value == null) {
            return new Unreadable("the record has no value");
        }
        TrackingEvent event;
        try {
            event = TrackingEvent.parseFrom(value);
        } catch (InvalidProtocolBufferException e) {
            return new Unreadable("the value is no TrackingEvent: " + e.getMessage());
        }
        if (event.getEventCase() == TrackingEvent.EventCase.EVENT_NOT_SET) {
            return new UnknownKind("a kind of event that this version does not know: field "
                    + event.getUnknownFields().asMap().keySet() + " of TrackingEvent");
        }
        String unstorable = UnstorableText.findIn(event);
        if (unstorable != null) {
            return new Unreadable(unstorable);
        }
        return addressed(key, event);
    }

    /** A record under another key than its event's lies in a partition whose projector does not own the rows. */
    private static Content addressed(byte @Nullable [] key, TrackingEvent event) {
        return switch (EventSubject.of(event)) {
            case EventSubject.Run(var id) ->
                RunId.find(id)
                        .map(run -> underItsKey(key, EventKeys.ofRun(run), new OfRun(run.value(), event)))
                        .orElse(new Unreadable("the run's id is not 32 hex digits"));
            case EventSubject.Model(var id) ->
                LoggedModelId.find(id)
                        .map(model -> underItsKey(key, EventKeys.ofModel(model), new OfModel(model, event)))
                        .orElse(new Unreadable("the logged model's id is not m- and 32 hex digits"));
            case EventSubject.Registry() -> underItsKey(key, REGISTRY, new OfRegistry(event));
            case EventSubject.Experiments() -> underItsKey(key, EXPERIMENTS, new OfExperiments(event));
        };
    }

    private static Content underItsKey(byte @Nullable [] key, byte[] itsKey, Content content) {
        return Arrays.equals(key, itsKey) ? content : new Unreadable("not under its own key");
    }
}
