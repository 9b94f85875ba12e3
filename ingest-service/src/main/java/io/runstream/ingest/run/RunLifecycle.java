package io.runstream.ingest.run;

import io.runstream.access.Need;
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
import io.runstream.ingest.log.Labels;
import io.runstream.ingest.log.Origin;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Function;

/** How runs come and go. Everything fails with 403 for who may not change, or delete, what is in the experiment. */
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

    Uni<Run> create(CreateRunRequest request, Origin origin) {
        IdempotencyKey key = origin.idempotency();
        return admission.activeExperiment(request.experiment(), origin.caller()).chain(experiment -> {
            RunId id = key == null ? identities.newId() : key.runId();
            RunCreated run = runCreated(id, request, experiment);
            return key == null ? create(id, request, run, origin) : createOnce(id, run, origin);
        });
    }

    private Uni<Run> create(RunId id, CreateRunRequest request, RunCreated run, Origin origin) {
        long acceptedAt = events.now();
        TrackingEvent.Builder event =
                TrackingEvent.newBuilder().setAcceptedAt(acceptedAt).setRunCreated(run);
        return events.fact(EventKeys.ofRun(id), event, origin).map(published -> {
            admission.created(id, request.experiment(), acceptedAt);
            return Runs.from(run);
        });
    }

    /** The projector says which run the first request with that key created. */
    private Uni<Run> createOnce(RunId id, RunCreated run, Origin origin) {
        return events.ask(EventKeys.ofRun(id), TrackingEvent.newBuilder().setRunCreated(run), origin)
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
                .addAllTags(Labels.tags(request.tags()))
                .addTags(Tag.newBuilder().setKey(Tags.RUN_NAME).setValue(name))
                .build();
    }

    private static String artifactUri(String location, RunId id) {
        return (location.endsWith("/") ? location : location + "/") + id + "/artifacts";
    }

    /** @return the run as it is after the update */
    Uni<RunInfo> update(UpdateRunRequest request, Origin origin) {
        return admission
                .activeRun(request.runId(), origin.caller())
                .chain(run -> events.ask(run.key(), run.command(RunEvents.updateRun(run.id(), request)), origin))
                .map(reply -> Runs.info(reply.getRun()));
    }

    /** Deleting a deleted run changes nothing. */
    Uni<Void> delete(String runId, Origin origin) {
        return change(runId, RunEvents::deleteRun, origin);
    }

    Uni<Void> restore(String runId, Origin origin) {
        return change(runId, RunEvents::restoreRun, origin);
    }

    private Uni<Void> change(String runId, Function<RunId, TrackingEvent.Builder> command, Origin origin) {
        return admission
                .permittedRun(runId, origin.caller(), Need.DELETE)
                .chain(id -> events.ask(EventKeys.ofRun(id), command.apply(id), origin))
                .invoke(reply -> admission.learned(reply.getRun()))
                .replaceWithVoid();
    }
}
