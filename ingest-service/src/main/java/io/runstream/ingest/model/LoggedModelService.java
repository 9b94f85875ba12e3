package io.runstream.ingest.model;

import io.runstream.access.Need;
import io.runstream.api.model.CreateLoggedModelRequest;
import io.runstream.api.model.FinalizeLoggedModelRequest;
import io.runstream.api.model.LogLoggedModelParamsRequest;
import io.runstream.api.model.LoggedModel;
import io.runstream.api.model.SetLoggedModelTagsRequest;
import io.runstream.event.EventKeys;
import io.runstream.event.v1.LoggedModelCreated;
import io.runstream.event.v1.Reply;
import io.runstream.event.v1.TrackingEvent;
import io.runstream.id.ExperimentId;
import io.runstream.id.LoggedModelId;
import io.runstream.ingest.admission.Admission;
import io.runstream.ingest.admission.KnownExperiment;
import io.runstream.ingest.admission.ModelAdmission;
import io.runstream.ingest.log.EventWriter;
import io.runstream.ingest.log.IdempotencyKey;
import io.runstream.ingest.log.Origin;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Function;

/**
 * What becomes of logged models. Their creation, tags and deletion are facts; params, which may not change, the status,
 * whose answer is the whole model, and the removal of a tag are commands. Where a method takes an id, it fails with 404 if
 * no model has it, then with 403 for who may not change, or delete, what is in the model's experiment.
 */
@ApplicationScoped
class LoggedModelService {
    private final Admission admission;
    private final ModelAdmission models;
    private final EventWriter events;
    private final LoggedModelIdentities identities;

    @Inject
    LoggedModelService(
            Admission admission, ModelAdmission models, EventWriter events, LoggedModelIdentities identities) {
        this.admission = admission;
        this.models = models;
        this.events = events;
        this.identities = identities;
    }

    Uni<LoggedModel> create(CreateLoggedModelRequest request, Origin origin) {
        IdempotencyKey key = origin.idempotency();
        return admission.activeExperiment(request.experiment(), origin.caller()).chain(experiment -> {
            LoggedModelId id = key == null ? identities.newId() : key.modelId();
            LoggedModelCreated model = created(id, request, experiment);
            return key == null ? create(id, model, origin) : createOnce(id, model, origin);
        });
    }

    private Uni<LoggedModel> create(LoggedModelId id, LoggedModelCreated model, Origin origin) {
        long acceptedAt = events.now();
        TrackingEvent.Builder event =
                TrackingEvent.newBuilder().setAcceptedAt(acceptedAt).setLoggedModelCreated(model);
        return events.fact(EventKeys.ofModel(id), event, origin).map(published -> {
            models.created(id, new ExperimentId(model.getExperimentId()), acceptedAt);
            return LoggedModels.created(model, acceptedAt);
        });
    }

    /** The projector says what the first request with that key created. */
    private Uni<LoggedModel> createOnce(LoggedModelId id, LoggedModelCreated model, Origin origin) {
        TrackingEvent.Builder event = TrackingEvent.newBuilder().setLoggedModelCreated(model);
        return events.ask(EventKeys.ofModel(id), event, origin).map(reply -> LoggedModels.from(reply.getLoggedModel()));
    }

    private LoggedModelCreated created(LoggedModelId id, CreateLoggedModelRequest request, KnownExperiment experiment) {
        String name = request.name() == null ? identities.newName() : request.name();
        return LoggedModelEvents.created(id, name, artifactUri(experiment.artifactLocation(), id), request);
    }

    private static String artifactUri(String location, LoggedModelId id) {
        return (location.endsWith("/") ? location : location + "/") + "models/" + id + "/artifacts";
    }

    /** @return the model as it is then, without its metrics: those are not in its own partition of the log */
    Uni<LoggedModel> finalizeModel(String id, FinalizeLoggedModelRequest request, Origin origin) {
        return command(id, Need.UPDATE, model -> LoggedModelEvents.finalized(model, request.status()), origin)
                .map(reply -> LoggedModels.from(reply.getLoggedModel()));
    }

    /** Deleting a deleted model changes nothing but the time of its last update. */
    Uni<Void> delete(String id, Origin origin) {
        return fact(id, Need.DELETE, LoggedModelEvents::deleted, origin);
    }

    Uni<Void> logParams(String id, LogLoggedModelParamsRequest request, Origin origin) {
        return command(id, Need.UPDATE, model -> LoggedModelEvents.params(model, request.params()), origin)
                .replaceWithVoid();
    }

    Uni<Void> setTags(String id, SetLoggedModelTagsRequest request, Origin origin) {
        return fact(id, Need.UPDATE, model -> LoggedModelEvents.tagsSet(model, request.tags()), origin);
    }

    Uni<Void> deleteTag(String id, String key, Origin origin) {
        return command(id, Need.DELETE, model -> LoggedModelEvents.deleteTag(model, key), origin)
                .replaceWithVoid();
    }

    private Uni<Void> fact(String id, Need need, Function<LoggedModelId, TrackingEvent.Builder> event, Origin origin) {
        return models.existing(id, origin.caller(), need)
                .chain(model -> events.fact(EventKeys.ofModel(model), event.apply(model), origin));
    }

    private Uni<Reply> command(
            String id, Need need, Function<LoggedModelId, TrackingEvent.Builder> command, Origin origin) {
        return models.permitted(id, origin.caller(), need)
                .chain(model -> events.ask(EventKeys.ofModel(model), command.apply(model), origin));
    }
}
