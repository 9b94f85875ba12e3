package io.runstream.query.projection.fold;

import io.runstream.event.v1.Idempotency;
import io.runstream.event.v1.TrackingEvent;
import io.runstream.query.projection.event.LogEntry;
import io.runstream.query.projection.event.LogEntry.OfExperiments;
import io.runstream.query.projection.event.LogEntry.OfModel;
import io.runstream.query.projection.event.LogEntry.OfRegistry;
import io.runstream.query.projection.event.LogEntry.OfRun;
import io.runstream.query.projection.event.LogEntry.UnknownKind;
import io.runstream.query.projection.event.LogEntry.Unreadable;
import io.runstream.query.projection.fold.Outcome.Applied;
import io.runstream.query.projection.fold.Outcome.DeadLettered;
import io.runstream.query.projection.fold.Outcome.Refused;
import io.runstream.query.projection.fold.Outcome.Unknown;
import io.runstream.query.projection.fold.registry.RegistryEvents;
import io.runstream.query.projection.fold.registry.RegistryVerdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Applies a batch to the state it needs: one outcome per entry, and the rows to write. */
public final class BatchFold {
    /** How long a key is remembered: by the events' accepted times, so that a replay decides alike. */
    private static final long ANSWERS_KEPT_MS = Duration.ofHours(24).toMillis();

    private final WorkingSet state;
    private final RunEvents runs;
    private final LoggedModelEvents models;
    private final ExperimentEvents experiments;
    private final RegistryEvents registry;

    private BatchFold(LoadedState loaded) {
        this.state = new WorkingSet(loaded);
        this.runs = new RunEvents(state);
        this.models = new LoggedModelEvents(state);
        this.experiments = new ExperimentEvents(state);
        this.registry = new RegistryEvents(state.registry);
    }

    /** @param outcomes one per entry, in their order */
    public record Result(List<Outcome> outcomes, Changes changes) {}

    /**
     * @param entries those of one partition in their order; partitions may be interleaved
     * @param loaded all that {@link StateNeeds} of the entries asks for
     */
    public static Result fold(List<LogEntry> entries, LoadedState loaded) {
        BatchFold fold = new BatchFold(loaded);
        List<Outcome> outcomes = new ArrayList<>(entries.size());
        for (LogEntry entry : entries) {
            outcomes.add(fold.apply(entry));
        }
        return new Result(outcomes, fold.state.changes());
    }

    private Outcome apply(LogEntry entry) {
        return switch (entry.content()) {
            case OfRun(var runId, var event) -> once(entry, event, () -> runs.apply(runId, event, entry.offset()));
            case OfModel(var modelId, var event) -> once(entry, event, () -> models.apply(modelId, event));
            case OfExperiments(var event) -> once(entry, event, () -> experiments.apply(event));
            case OfRegistry(var event) -> once(entry, event, () -> outcome(registry.apply(event, entry.offset())));
            case UnknownKind(var reason) -> new Unknown(reason);
            case Unreadable(var reason) -> new DeadLettered(reason);
        };
    }

    private static Outcome outcome(RegistryVerdict verdict) {
        return switch (verdict) {
            case RegistryVerdict.Granted(var reply) -> new Applied(reply);
            case RegistryVerdict.Refused(var rejection) -> new Refused(rejection);
        };
    }

    /** Only what took effect is remembered: a request that was refused may be tried again. */
    private Outcome once(LogEntry entry, TrackingEvent event, Supplier<Outcome> effect) {
        if (!event.hasIdempotency()) {
            return effect.get();
        }
        Idempotency idempotency = event.getIdempotency();
        AnswerKey key = AnswerKey.of(entry, idempotency);
        StoredAnswer stored = state.answers.get(key);
        if (stored != null && event.getAcceptedAt() - stored.acceptedAt() <= ANSWERS_KEPT_MS) {
            return stored.fingerprint().equals(idempotency.getFingerprint())
                    ? new Applied(stored.answer())
                    : Rejections.idempotencyKeyReused(idempotency.getKey());
        }
        Outcome outcome = effect.get();
        if (outcome instanceof Applied(var reply)) {
            state.answers.put(key, new StoredAnswer(idempotency.getFingerprint(), reply, event.getAcceptedAt()));
        }
        return outcome;
    }
}
