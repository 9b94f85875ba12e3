package io.runstream.query.projection.fold;

import io.runstream.event.v1.Idempotency;
import io.runstream.query.projection.event.LogEntry;
import io.runstream.query.projection.event.LogEntry.OfExperiments;
import io.runstream.query.projection.event.LogEntry.OfModel;
import io.runstream.query.projection.event.LogEntry.OfRegistry;
import io.runstream.query.projection.event.LogEntry.OfRun;
import io.runstream.query.projection.event.LogEntry.UnknownKind;
import io.runstream.query.projection.event.LogEntry.Unreadable;

/**
 * An Idempotency-Key as one run, one logged model, all experiments or the registry knows it: whether it was used depends on
 * events under the same record key only, so a log with another number of partitions decides alike.
 *
 * @param partition in which all of these events lie
 * @param key whose it is, a slash, and what the client sent
 */
public record AnswerKey(int partition, String key) {

    /** @param entry of an event that carries the key */
    static AnswerKey of(LogEntry entry, Idempotency idempotency) {
        String owner = switch (entry.content()) {
            case OfRun(var runId, var event) -> runId.toString();
            case OfModel(var modelId, var event) -> modelId.toString();
            case OfExperiments experiments -> "experiments";
            case OfRegistry registry -> "model-registry";
            case UnknownKind unknown -> throw new IllegalArgumentException("No event");
            case Unreadable unreadable -> throw new IllegalArgumentException("No event");
        };
        return new AnswerKey(entry.partition(), owner + "/" + idempotency.getKey());
    }
}
