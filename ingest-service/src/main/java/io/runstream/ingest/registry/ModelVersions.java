package io.runstream.ingest.registry;

import io.runstream.api.registry.CreateModelVersionRequest;
import io.runstream.api.registry.DeleteModelVersionTagRequest;
import io.runstream.api.registry.ModelVersion;
import io.runstream.api.registry.ModelVersionId;
import io.runstream.api.registry.SetModelVersionTagRequest;
import io.runstream.api.registry.TransitionStageRequest;
import io.runstream.api.registry.UpdateModelVersionRequest;
import io.runstream.event.EventKeys;
import io.runstream.event.v1.TrackingEvent;
import io.runstream.id.LoggedModelId;
import io.runstream.ingest.log.EventWriter;
import io.runstream.ingest.log.IdempotencyKey;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/**
 * How versions of registered models come, change and go. All are commands: their numbers are counted. Where a method takes
 * an Idempotency-Key, null stands for none.
 */
@ApplicationScoped
class ModelVersions {
    private final EventWriter events;
    private final SourceAdmission sources;

    @Inject
    ModelVersions(EventWriter events, SourceAdmission sources) {
        this.events = events;
        this.sources = sources;
    }

    Uni<ModelVersion> create(CreateModelVersionRequest request, @Nullable IdempotencyKey idempotency) {
        return sources.admit(request)
                .chain(origin -> tell(ModelVersionEvents.create(request, origin), idempotency)
                        .call(version -> tellLoggedModel(origin.modelId(), version)));
    }

    /** After the version has its number. Told again by a request that is tried again, which changes nothing. */
    private Uni<Void> tellLoggedModel(String modelId, ModelVersion version) {
        if (modelId.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        LoggedModelId model = LoggedModelId.parse(modelId);
        return events.fact(EventKeys.ofModel(model), ModelVersionEvents.registered(model, version), null);
    }

    Uni<ModelVersion> update(UpdateModelVersionRequest request, @Nullable IdempotencyKey idempotency) {
        return tell(ModelVersionEvents.update(request), idempotency);
    }

    Uni<ModelVersion> transition(TransitionStageRequest request, @Nullable IdempotencyKey idempotency) {
        return tell(ModelVersionEvents.transition(request), idempotency);
    }

    Uni<Void> delete(ModelVersionId version, @Nullable IdempotencyKey idempotency) {
        return change(ModelVersionEvents.delete(version), idempotency);
    }

    Uni<Void> setTag(SetModelVersionTagRequest request, @Nullable IdempotencyKey idempotency) {
        return change(ModelVersionEvents.setTag(request), idempotency);
    }

    Uni<Void> deleteTag(DeleteModelVersionTagRequest request, @Nullable IdempotencyKey idempotency) {
        return change(ModelVersionEvents.deleteTag(request), idempotency);
    }

    private Uni<Void> change(TrackingEvent.Builder command, @Nullable IdempotencyKey idempotency) {
        return events.ask(EventKeys.ofModelRegistry(), command, idempotency).replaceWithVoid();
    }

    private Uni<ModelVersion> tell(TrackingEvent.Builder command, @Nullable IdempotencyKey idempotency) {
        return events.ask(EventKeys.ofModelRegistry(), command, idempotency)
                .map(reply -> RegistryAnswers.version(reply.getModelVersion()));
    }
}
