package io.runstream.ingest.experiment;

import io.runstream.access.Need;
import io.runstream.access.Securable;
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
import io.runstream.ingest.access.Ownership;
import io.runstream.ingest.admission.Admission;
import io.runstream.ingest.log.EventWriter;
import io.runstream.ingest.log.Origin;
import io.runstream.ingest.log.Rejections;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Function;

/**
 * How experiments come, change and go. All are commands: names and ids are unique across experiments. Whoever creates one
 * may do everything with it; the others fail with 403 for who may not.
 */
@ApplicationScoped
class ExperimentLifecycle {
    private final Admission admission;
    private final EventWriter events;
    private final IngestConfig config;
    private final Ownership ownership;

    @Inject
    ExperimentLifecycle(Admission admission, EventWriter events, IngestConfig config, Ownership ownership) {
        this.admission = admission;
        this.events = events;
        this.config = config;
        this.ownership = ownership;
    }

    Uni<ExperimentId> create(CreateExperimentRequest request, Origin origin) {
        return change(ExperimentEvents.create(request, config.defaultArtifactRoot()), origin)
                .map(reply -> new ExperimentId(reply.getExperiment().getExperimentId()))
                .call(id -> ownership.created(origin.caller(), new Securable.Experiment(id.value())));
    }

    /** Makes sure that experiment 0 is there. */
    Uni<Void> ensureDefault() {
        return change(ExperimentEvents.ensureDefault(config.defaultArtifactRoot()), Origin.SERVICE)
                .replaceWithVoid();
    }

    Uni<Void> rename(UpdateExperimentRequest request, Origin origin) {
        return admission
                .require(origin.caller(), Need.UPDATE, request.experiment())
                .chain(() -> change(ExperimentEvents.rename(request), origin, ExperimentLifecycle::renameError))
                .replaceWithVoid();
    }

    Uni<Void> delete(ExperimentId id, Origin origin) {
        // MLflow looks for an active experiment to delete, and finds none.
        return admission
                .require(origin.caller(), Need.DELETE, id)
                .chain(() -> change(ExperimentEvents.delete(id), origin, ExperimentLifecycle::deleteError))
                .replaceWithVoid();
    }

    Uni<Void> restore(ExperimentId id, Origin origin) {
        return admission
                .require(origin.caller(), Need.DELETE, id)
                .chain(() -> change(ExperimentEvents.restore(id), origin))
                .replaceWithVoid();
    }

    Uni<Void> setTag(SetExperimentTagRequest request, Origin origin) {
        return admission
                .require(origin.caller(), Need.UPDATE, request.experiment())
                .chain(() -> events.ask(EventKeys.ofExperiments(), ExperimentEvents.setTag(request), origin))
                .replaceWithVoid();
    }

    Uni<Void> deleteTag(DeleteExperimentTagRequest request, Origin origin) {
        return admission
                .require(origin.caller(), Need.UPDATE, request.experiment())
                .chain(() -> events.ask(EventKeys.ofExperiments(), ExperimentEvents.deleteTag(request), origin))
                .replaceWithVoid();
    }

    private Uni<Reply> change(TrackingEvent.Builder command, Origin origin) {
        return change(command, origin, Rejections::toError);
    }

    /** Commands whose verdict tells the experiment's new state. */
    private Uni<Reply> change(TrackingEvent.Builder command, Origin origin, Function<Rejection, ApiException> errors) {
        return events.ask(EventKeys.ofExperiments(), command, origin, errors)
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
