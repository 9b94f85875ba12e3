package io.runstream.ingest.admission;

import io.runstream.error.ApiException;
import io.runstream.error.ErrorCode;
import io.runstream.error.LoggedModelErrors;
import io.runstream.event.EventKeys;
import io.runstream.event.v1.DescribeLoggedModel;
import io.runstream.event.v1.TrackingEvent;
import io.runstream.id.LoggedModelId;
import io.runstream.ingest.IngestConfig;
import io.runstream.ingest.log.EventWriter;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;

/**
 * Says whether a logged model is there before something is written to it. MLflow lets a deleted one be written to, so
 * that once known to be there is known for good.
 */
@ApplicationScoped
public class ModelAdmission {
    private final StateCache<LoggedModelId, LoggedModelId> models;
    private final EventWriter events;

    @Inject
    ModelAdmission(IngestConfig config, EventWriter events) {
        this.events = events;
        this.models = StateCache.lasting(config.admission(), this::describe);
    }

    /**
     * @return fails with 404 unless the model is there
     * @throws io.runstream.error.ApiException 404 if no model can have that id
     */
    public Uni<LoggedModelId> existing(String id) {
        return models.get(LoggedModelId.parse(id));
    }

    /** @return fails with 400 unless all of the models that metrics name are there */
    public Uni<Void> allMeasured(Collection<String> ids) {
        return Uni.join()
                .all(ids.stream().map(this::measured).toList())
                .andFailFast()
                .replaceWithVoid();
    }

    private Uni<LoggedModelId> measured(String text) {
        return LoggedModelId.find(text)
                .map(id -> models.get(id)
                        .onFailure(ModelAdmission::isNotFound)
                        .transform(notFound -> LoggedModelErrors.measuredNotFound(text)))
                .orElseGet(() -> Uni.createFrom().failure(LoggedModelErrors.measuredNotFound(text)));
    }

    private static boolean isNotFound(Throwable failure) {
        return failure instanceof ApiException refusal && refusal.code() == ErrorCode.RESOURCE_DOES_NOT_EXIST;
    }

    /** A model that this instance has just created. */
    public void created(LoggedModelId id) {
        models.put(id, id);
    }

    private Uni<LoggedModelId> describe(LoggedModelId id) {
        TrackingEvent.Builder question = TrackingEvent.newBuilder()
                .setDescribeLoggedModel(DescribeLoggedModel.newBuilder().setModelId(id.toString()));
        return events.ask(EventKeys.ofModel(id), question, null).replaceWith(id);
    }
}
