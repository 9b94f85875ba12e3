package io.runstream.ingest.registry;

import io.runstream.event.EventKeys;
import io.runstream.event.v1.DescribeLoggedModel;
import io.runstream.event.v1.DescribeRun;
import io.runstream.event.v1.LoggedModelState;
import io.runstream.event.v1.TrackingEvent;
import io.runstream.id.LoggedModelId;
import io.runstream.id.RunId;
import io.runstream.ingest.log.EventWriter;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Asks through the log, so that the answer covers everything that was accepted before. */
@ApplicationScoped
class LogSourceOwners implements SourceOwners {
    private final EventWriter events;

    @Inject
    LogSourceOwners(EventWriter events) {
        this.events = events;
    }

    @Override
    public Uni<Owner> run(String id) {
        return Uni.createFrom().deferred(() -> {
            RunId run = RunId.parse(id);
            TrackingEvent.Builder question = TrackingEvent.newBuilder()
                    .setDescribeRun(DescribeRun.newBuilder().setRunId(run.toString()));
            return events.ask(EventKeys.ofRun(run), question)
                    .map(reply -> new Owner(reply.getRun().getArtifactUri(), id));
        });
    }

    @Override
    public Uni<Owner> loggedModel(String id) {
        return Uni.createFrom().deferred(() -> {
            LoggedModelId model = LoggedModelId.parse(id);
            TrackingEvent.Builder question = TrackingEvent.newBuilder()
                    .setDescribeLoggedModel(DescribeLoggedModel.newBuilder().setModelId(model.toString()));
            return events.ask(EventKeys.ofModel(model), question).map(reply -> owner(reply.getLoggedModel()));
        });
    }

    private static Owner owner(LoggedModelState model) {
        String runId = model.getSourceRunId();
        return new Owner(model.getArtifactUri(), runId.isEmpty() ? null : runId);
    }
}
