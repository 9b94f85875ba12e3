package io.runstream.ingest.model;

import io.runstream.api.model.CreateLoggedModelRequest;
import io.runstream.api.model.FinalizeLoggedModelRequest;
import io.runstream.api.model.LogLoggedModelParamsRequest;
import io.runstream.api.model.LoggedModel;
import io.runstream.api.model.SetLoggedModelTagsRequest;
import io.runstream.event.EventKeys;
import io.runstream.event.v1.LoggedModelCreated;
import io.runstream.event.v1.Reply;
import io.runstream.event.v1.TrackingEvent;
import io.runstream.id.LoggedModelId;
import io.runstream.ingest.admission.Admission;
import io.runstream.ingest.admission.KnownExperiment;
import io.runstream.ingest.admission.ModelAdmission;
import io.runstream.ingest.log.EventWriter;
import io.runstream.ingest.log.IdempotencyKey;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of logged models. Their creation, tags and deletion are facts; params, which may not change, the status,
 * whose answer is the whole model, and the removal of a tag are commands. Where a method takes an Idempotency-Key, null
 * stands for none; where it takes an id, it fails with 404 if no model has it.
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

    Uni<LoggedModel> create(CreateLoggedModelRequest request, @Nullable IdempotencyKey idempotency) {
        return admission.activeExperiment(request.experiment()).chain(experiment -> {
            LoggedModelId id = idempotency == null ? identities.newId() : idempotency.modelId();
            LoggedModelCreated model = created(id, request, experiment);
            return idempotency == null ? create(id, model) : createOnce(id, model, idempotency);
        });
    }

    private Uni<LoggedModel> create(LoggedModelId id, LoggedModelCreated model) {
        long acceptedAt = events.now();
        TrackingEvent.Builder event =
                TrackingEvent.newBuilder().setAcceptedAt(acceptedAt).setLoggedModelCreated(model);
        return events.fact(EventKeys.ofModel(id), event, null).map(published -> {
            models.created(id);
            return LoggedModels.created(model, acceptedAt);
        });
    }

    /** The projector says what the first request with that key created. */
    private Uni<LoggedModel> createOnce(LoggedModelId id, LoggedModelCreated model, IdempotencyKey idempotency) {
        TrackingEvent.Builder event = TrackingEvent.newBuilder().setLoggedModelCreated(model);
        return events.ask(EventKeys.ofModel(id), event, idempotency)
                .map(reply -> LoggedModels.from(reply.getLoggedModel()));
    }

    private LoggedModelCreated created(LoggedModelId id, CreateLoggedModelRequest request, KnownExperiment experiment) {
        String name = request.name() == null ? identities.newName() : request.name();
        return LoggedModelEvents.created(id, name, artifactUri(experiment.artifactLocation(), id), request);
    }

    private static String artifactUri(String location, LoggedModelId id) {
        return (location.endsWith("/") ? location : location + "/") + "models/" + id + "/artifacts";
    }

    /** @return the model as it is then, without its metrics: those are not in its own partition of the log */
    Uni<LoggedModel> finalizeModel(
            String id, FinalizeLoggedModelRequest request, @Nullable IdempotencyKey idempotency) {
        return command(id, model -> LoggedModelEvents.finalized(model, request.status()), idempotency)
                .map(reply -> LoggedModels.from(reply.getLoggedModel()));
    }

    /** Deleting a deleted model changes nothing but the time of its last update. */
    Uni<Void> delete(String id, @Nullable IdempotencyKey idempotency) {
        return fact(id, LoggedModelEvents::deleted, idempotency);
    }

    Uni<Void> logParams(String id, LogLoggedModelParamsRequest request, @Nullable IdempotencyKey idempotency) {
        return command(id, model -> LoggedModelEvents.params(model, request.params()), idempotency)
                .replaceWithVoid();
    }

    Uni<Void> setTags(String id, SetLoggedModelTagsRequest request, @Nullable IdempotencyKey idempotency) {
        return fact(id, model -> LoggedModelEvents.tagsSet(model, request.tags()), idempotency);
    }

    Uni<Void> deleteTag(String id, String key, @Nullable IdempotencyKey idempotency) {
        return command(id, model -> LoggedModelEvents.deleteTag(model, key), idempotency)
                .replaceWithVoid();
    }

    private Uni<Void> fact(
            String id, Function<LoggedModelId, TrackingEvent.Builder> event, @Nullable IdempotencyKey idempotency) {
        return models.existing(id)
                .chain(model -> events.fact(EventKeys.ofModel(model), event.apply(model), idempotency));
    }

    /** The verdict says too whether there is such a model. */
    private Uni<Reply> command(
            String id, Function<LoggedModelId, TrackingEvent.Builder> command, @Nullable IdempotencyKey idempotency) {
        LoggedModelId model = LoggedModelId.parse(id);
        return events.ask(EventKeys.ofModel(model), command.apply(model), idempotency);
    }
}
