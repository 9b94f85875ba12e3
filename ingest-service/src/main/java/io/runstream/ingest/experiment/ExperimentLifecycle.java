package io.runstream.ingest.experiment;

import io.runstream.api.experiment.CreateExperimentRequest;
import io.runstream.api.experiment.DeleteExperimentTagRequest;
import io.runstream.api.experiment.SetExperimentTagRequest;
import io.runstream.api.experiment.UpdateExperimentRequest;
import io.runstream.error.ApiException;
import io.runstream.error.ExperimentErrors;
import io.runstream.event.EventKeys;
import io.runstream.event.v1.Rejection;
import io.runstream.event.v1.Reply;
import io.runstream.event.v1.TrackingEvent;
import io.runstream.id.ExperimentId;
import io.runstream.ingest.IngestConfig;
import io.runstream.ingest.admission.Admission;
import io.runstream.ingest.log.EventWriter;
import io.runstream.ingest.log.IdempotencyKey;
import io.runstream.ingest.log.Rejections;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How experiments come, change and go. All are commands: names and ids are unique across experiments. Where a method takes
 * an Idempotency-Key, null stands for none.
 */
@ApplicationScoped
class ExperimentLifecycle {
    private final Admission admission;
    private final EventWriter events;
    private final IngestConfig config;

    @Inject
    ExperimentLifecycle(Admission admission, EventWriter events, IngestConfig config) {
        this.admission = admission;
        this.events = events;
        this.config = config;
    }

    Uni<ExperimentId> create(CreateExperimentRequest request, @Nullable IdempotencyKey idempotency) {
        return change(ExperimentEvents.create(request, config.defaultArtifactRoot()), idempotency)
                .map(reply -> new ExperimentId(reply.getExperiment().getExperimentId()));
    }

    /** Makes sure that experiment 0 is there. */
    Uni<Void> ensureDefault() {
        return change(ExperimentEvents.ensureDefault(config.defaultArtifactRoot()), null)
                .replaceWithVoid();
    }

    Uni<Void> rename(UpdateExperimentRequest request, @Nullable IdempotencyKey idempotency) {
        return change(ExperimentEvents.rename(request), idempotency, ExperimentLifecycle::renameError)
                .replaceWithVoid();
    }

    Uni<Void> delete(ExperimentId id, @Nullable IdempotencyKey idempotency) {
        // MLflow looks for an active experiment to delete, and finds none.
        return change(ExperimentEvents.delete(id), idempotency, ExperimentLifecycle::deleteError)
                .replaceWithVoid();
    }

    Uni<Void> restore(ExperimentId id, @Nullable IdempotencyKey idempotency) {
        return change(ExperimentEvents.restore(id), idempotency).replaceWithVoid();
    }

    Uni<Void> setTag(SetExperimentTagRequest request, @Nullable IdempotencyKey idempotency) {
        return events.ask(EventKeys.ofExperiments(), ExperimentEvents.setTag(request), idempotency)
                .replaceWithVoid();
    }

    Uni<Void> deleteTag(DeleteExperimentTagRequest request, @Nullable IdempotencyKey idempotency) {
        return events.ask(EventKeys.ofExperiments(), ExperimentEvents.deleteTag(request), idempotency)
                .replaceWithVoid();
    }

    private Uni<Reply> change(TrackingEvent.Builder command, @Nullable IdempotencyKey idempotency) {
        return change(command, idempotency, Rejections::toError);
    }

    /** Commands whose verdict tells the experiment's new state. */
    private Uni<Reply> change(
            TrackingEvent.Builder command,
            @Nullable IdempotencyKey idempotency,
            Function<Rejection, ApiException> errors) {
        return events.ask(EventKeys.ofExperiments(), command, idempotency, errors)
                .invoke(reply -> admission.learned(reply.getExperiment()));
    }

    private static ApiException renameError(Rejection rejection) {
        return switch (rejection.getReasonCase()) {
            case EXPERIMENT_NOT_ACTIVE -> ExperimentErrors.renameNotActive();
            case EXPERIMENT_NAME_TAKEN ->
                ExperimentErrors.renameToTaken(
                        rejection.getExperimentNameTaken().getName());
            default -> Rejections.toError(rejection);
        };
    }

    private static ApiException deleteError(Rejection rejection) {
        return rejection.hasExperimentNotActive()
                ? ExperimentErrors.notFound(rejection.getExperimentNotActive().getExperimentId())
                : Rejections.toError(rejection);
    }
}
