package io.runstream.ingest.registry;

import io.runstream.access.Need;
import io.runstream.access.Securable;
import io.runstream.api.registry.AliasRequest;
import io.runstream.api.registry.CreateRegisteredModelRequest;
import io.runstream.api.registry.DeleteRegisteredModelTagRequest;
import io.runstream.api.registry.RegisteredModel;
import io.runstream.api.registry.RegisteredModelRequest;
import io.runstream.api.registry.RenameRegisteredModelRequest;
import io.runstream.api.registry.SetAliasRequest;
import io.runstream.api.registry.SetRegisteredModelTagRequest;
import io.runstream.api.registry.UpdateRegisteredModelRequest;
import io.runstream.error.ApiException;
import io.runstream.error.RegistryErrors;
import io.runstream.event.EventKeys;
import io.runstream.event.v1.Rejection;
import io.runstream.event.v1.TrackingEvent;
import io.runstream.ingest.access.Ownership;
import io.runstream.ingest.log.EventWriter;
import io.runstream.ingest.log.Origin;
import io.runstream.ingest.log.Rejections;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Function;

/**
 * How registered models come, change and go. All are commands: names are unique. Whoever creates one may do everything with
 * it; the others fail with 403 for who may not, whether there is such a model or not.
 */
@ApplicationScoped
class RegisteredModels {
    private final EventWriter events;
    private final RegistryAccess access;
    private final Ownership ownership;

    @Inject
    RegisteredModels(EventWriter events, RegistryAccess access, Ownership ownership) {
        this.events = events;
        this.access = access;
        this.ownership = ownership;
    }

    Uni<RegisteredModel> create(CreateRegisteredModelRequest request, Origin origin) {
        return tell(
                        RegisteredModelEvents.create(request),
                        origin,
                        rejection -> createError(rejection, request.isPrompt()))
                .call(model -> ownership.created(
                        origin.caller(), new Securable.RegisteredModel(model.name()), model.creationTimestamp()));
    }

    Uni<RegisteredModel> rename(RenameRegisteredModelRequest request, Origin origin) {
        return access.require(origin, Need.UPDATE, request.name())
                .chain(() -> tell(
                        RegisteredModelEvents.rename(request), origin, rejection -> renameError(rejection, request)))
                .call(model -> ownership.renamed(
                        origin.caller(),
                        new Securable.RegisteredModel(request.name()),
                        new Securable.RegisteredModel(request.newName()),
                        model.creationTimestamp()));
    }

    Uni<RegisteredModel> update(UpdateRegisteredModelRequest request, Origin origin) {
        return access.require(origin, Need.UPDATE, request.name())
                .chain(() -> tell(RegisteredModelEvents.update(request), origin, Rejections::toError));
    }

    Uni<Void> delete(RegisteredModelRequest request, Origin origin) {
        return access.require(origin, Need.DELETE, request.name())
                .chain(() -> events.ask(EventKeys.ofModelRegistry(), RegisteredModelEvents.delete(request), origin))
                .call(reply -> ownership.deleted(
                        origin.caller(),
                        new Securable.RegisteredModel(request.name()),
                        reply.getDone().getRegisteredModelCreatedAt()))
                .replaceWithVoid();
    }

    Uni<Void> setTag(SetRegisteredModelTagRequest request, Origin origin) {
        return change(request.name(), Need.UPDATE, RegisteredModelEvents.setTag(request), origin);
    }

    Uni<Void> deleteTag(DeleteRegisteredModelTagRequest request, Origin origin) {
        return change(request.name(), Need.UPDATE, RegisteredModelEvents.deleteTag(request), origin);
    }

    Uni<Void> setAlias(SetAliasRequest request, Origin origin) {
        return change(request.version().name(), Need.UPDATE, RegisteredModelEvents.setAlias(request), origin);
    }

    Uni<Void> deleteAlias(AliasRequest request, Origin origin) {
        return change(request.name(), Need.DELETE, RegisteredModelEvents.deleteAlias(request), origin);
    }

    private Uni<Void> change(String name, Need need, TrackingEvent.Builder command, Origin origin) {
        return access.require(origin, need, name)
                .chain(() -> events.ask(EventKeys.ofModelRegistry(), command, origin))
                .replaceWithVoid();
    }

    private Uni<RegisteredModel> tell(
            TrackingEvent.Builder command, Origin origin, Function<Rejection, ApiException> errors) {
        return events.ask(EventKeys.ofModelRegistry(), command, origin, errors)
                .map(reply -> RegistryAnswers.model(reply.getRegisteredModel()));
    }

    private static ApiException createError(Rejection rejection, boolean forPrompt) {
        return rejection.hasRegisteredModelNameTaken()
                ? RegistryErrors.nameTaken(
                        rejection.getRegisteredModelNameTaken().getName(),
                        rejection.getRegisteredModelNameTaken().getByPrompt(),
                        forPrompt)
                : Rejections.toError(rejection);
    }

    private static ApiException renameError(Rejection rejection, RenameRegisteredModelRequest request) {
        return rejection.hasRegisteredModelNameTaken()
                ? RegistryErrors.nameTaken(request.newName())
                : Rejections.toError(rejection);
    }
}
