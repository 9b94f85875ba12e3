package io.runstream.ingest.run;

import io.runstream.api.Tags;
import io.runstream.api.run.CreateRunRequest;
import io.runstream.api.run.Run;
import io.runstream.api.run.RunInfo;
import io.runstream.api.run.UpdateRunRequest;
import io.runstream.event.EventKeys;
import io.runstream.event.v1.RunCreated;
import io.runstream.event.v1.Tag;
import io.runstream.event.v1.TrackingEvent;
import io.runstream.id.RunId;
import io.runstream.ingest.admission.Admission;
import io.runstream.ingest.admission.KnownExperiment;
import io.runstream.ingest.log.EventWriter;
import io.runstream.ingest.log.IdempotencyKey;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** How runs come and go. Where a method takes an Idempotency-Key, null stands for none. */
@ApplicationScoped
class RunLifecycle {
    private final Admission admission;
    private final EventWriter events;
    private final RunIdentities identities;

    @Inject
    RunLifecycle(Admission admission, EventWriter events, RunIdentities identities) {
        this.admission = admission;
        this.events = events;
        this.identities = identities;
    }

    Uni<Run> create(CreateRunRequest request, @Nullable IdempotencyKey idempotency) {
        return admission.activeExperiment(request.experiment()).chain(experiment -> {
            RunId id = idempotency == null ? identities.newId() : idempotency.runId();
            RunCreated run = runCreated(id, request, experiment);
            return idempotency == null ? create(id, request, run) : createOnce(id, run, idempotency);
        });
    }

    private Uni<Run> create(RunId id, CreateRunRequest request, RunCreated run) {
        long acceptedAt = events.now();
        TrackingEvent.Builder event =
                TrackingEvent.newBuilder().setAcceptedAt(acceptedAt).setRunCreated(run);
        return events.fact(EventKeys.ofRun(id), event, null).map(published -> {
            admission.created(id, request.experiment(), acceptedAt);
            return Runs.from(run);
        });
    }

    /** The projector says which run the first request with that key created. */
    private Uni<Run> createOnce(RunId id, RunCreated run, IdempotencyKey idempotency) {
        return events.ask(EventKeys.ofRun(id), TrackingEvent.newBuilder().setRunCreated(run), idempotency)
                .map(reply -> Runs.from(reply.getRunCreated()));
    }

    private RunCreated runCreated(RunId id, CreateRunRequest request, KnownExperiment experiment) {
        String name = request.runName() == null ? identities.newName() : request.runName();
        return RunCreated.newBuilder()
                .setRunId(id.toString())
                .setExperimentId(request.experiment().value())
                .setName(name)
                .setUserId(request.userId())
                .setStartTime(request.startTime())
                .setArtifactUri(artifactUri(experiment.artifactLocation(), id))
                .addAllTags(request.tags().stream().map(RunEvents::tag).toList())
                .addTags(Tag.newBuilder().setKey(Tags.RUN_NAME).setValue(name))
                .build();
    }

    private static String artifactUri(String location, RunId id) {
        return (location.endsWith("/") ? location : location + "/") + id + "/artifacts";
    }

    /** @return the run as it is after the update */
    Uni<RunInfo> update(UpdateRunRequest request, @Nullable IdempotencyKey idempotency) {
        return admission
                .activeRun(request.runId())
                .chain(run -> events.ask(run.key(), run.command(RunEvents.updateRun(run.id(), request)), idempotency))
                .map(reply -> Runs.info(reply.getRun()));
    }

    /** Deleting a deleted run changes nothing. */
    Uni<Void> delete(String runId, @Nullable IdempotencyKey idempotency) {
        RunId id = RunId.parse(runId);
        return change(id, RunEvents.deleteRun(id), idempotency);
    }

    Uni<Void> restore(String runId, @Nullable IdempotencyKey idempotency) {
        RunId id = RunId.parse(runId);
        return change(id, RunEvents.restoreRun(id), idempotency);
    }

    private Uni<Void> change(RunId id, TrackingEvent.Builder command, @Nullable IdempotencyKey idempotency) {
        return events.ask(EventKeys.ofRun(id), command, idempotency)
                .invoke(reply -> admission.learned(reply.getRun()))
                .replaceWithVoid();
    }
}
