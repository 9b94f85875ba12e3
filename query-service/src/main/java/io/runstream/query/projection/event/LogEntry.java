package io.runstream.query.projection.event;

import io.runstream.event.v1.TrackingEvent;
import io.runstream.id.LoggedModelId;
import java.util.UUID;

/**
 * One record of the tracking topic.
 *
 * @param offset its place in the partition; offsets grow, and may have gaps
 */
public record LogEntry(int partition, long offset, Content content) {

    /** When ingest accepted it, in milliseconds since 1970; 0 if the record does not say. */
    public long acceptedAt() {
        return switch (content) {
            case OfRun(var run, var event) -> event.getAcceptedAt();
            case OfModel(var model, var event) -> event.getAcceptedAt();
            case OfExperiments(var event) -> event.getAcceptedAt();
            case OfRegistry(var event) -> event.getAcceptedAt();
            case UnknownKind(var reason) -> 0;
            case Unreadable(var reason) -> 0;
        };
    }

    /** What the record turned out to hold. */
    public sealed interface Content {}

    /** An event of the run that the record's key names. */
    public record OfRun(UUID runId, TrackingEvent event) implements Content {}

    /** An event of the logged model that the record's key names. */
    public record OfModel(LoggedModelId modelId, TrackingEvent event) implements Content {}

    /** An event under the one key of all experiments. */
    public record OfExperiments(TrackingEvent event) implements Content {}

    /** An event under the one key of all registered models. */
    public record OfRegistry(TrackingEvent event) implements Content {}

    /**
     * A kind of event that a newer writer knows.
     *
     * @param reason for operators, in the dead letter's headers
     */
    public record UnknownKind(String reason) implements Content {}

    /**
     * Nothing that can be applied.
     *
     * @param reason for operators, in the dead letter's headers
     */
    public record Unreadable(String reason) implements Content {}
}
