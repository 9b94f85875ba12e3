package io.runstream.ingest.registry;

import io.runstream.access.Need;
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
import io.runstream.ingest.log.Origin;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * How versions of registered models come, change and go. All are commands: their numbers are counted. They fail with 403 for
 * who may not do that to the model, whether there is such a model or not.
 */
@ApplicationScoped
class ModelVersions {
    private final EventWriter events;
    private final RegistryAccess access;
    private final SourceAdmission sources;

    @Inject
    ModelVersions(EventWriter events, RegistryAccess access, SourceAdmission sources) {
        this.events = events;
        this.access = access;
        this.sources = sources;
    }

    Uni<ModelVersion> create(CreateModelVersionRequest request, Origin origin) {
        return access.require(origin, Need.UPDATE, request.name())
                .chain(() -> access.requireSource(origin, request))
                .chain(() -> sources.admit(request))
                .chain(source -> tell(ModelVersionEvents.create(request, source), origin)
                        .call(version -> tellLoggedModel(source.modelId(), version, origin)));
    }

    /** After the version has its number. Told again by a request that is tried again, which changes nothing. */
    private Uni<Void> tellLoggedModel(String modelId, ModelVersion version, Origin origin) {
        if (modelId.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        LoggedModelId model = LoggedModelId.parse(modelId);
        return events.fact(
                EventKeys.ofModel(model), ModelVersionEvents.registered(model, version), origin.withoutKey());
    }

    Uni<ModelVersion> update(UpdateModelVersionRequest request, Origin origin) {
        return access.require(origin, Need.UPDATE, request.version().name())
                .chain(() -> tell(ModelVersionEvents.update(request), origin));
    }

    Uni<ModelVersion> transition(TransitionStageRequest request, Origin origin) {
        return access.require(origin, Need.UPDATE, request.version().name())
                .chain(() -> tell(ModelVersionEvents.transition(request), origin));
    }

    Uni<Void> delete(ModelVersionId version, Origin origin) {
        return change(version.name(), Need.DELETE, ModelVersionEvents.delete(version), origin);
    }

    Uni<Void> setTag(SetModelVersionTagRequest request, Origin origin) {
        return change(request.version().name(), Need.UPDATE, ModelVersionEvents.setTag(request), origin);
    }

    Uni<Void> deleteTag(DeleteModelVersionTagRequest request, Origin origin) {
        return change(request.version().name(), Need.DELETE, ModelVersionEvents.deleteTag(request), origin);
    }

    private Uni<Void> change(String name, Need need, TrackingEvent.Builder command, Origin origin) {
        return access.require(origin, need, name)
                .chain(() -> events.ask(EventKeys.ofModelRegistry(), command, origin))
                .replaceWithVoid();
    }

    private Uni<ModelVersion> tell(TrackingEvent.Builder command, Origin origin) {
        return events.ask(EventKeys.ofModelRegistry(), command, origin)
                .map(reply -> RegistryAnswers.version(reply.getModelVersion()));
    }
}
