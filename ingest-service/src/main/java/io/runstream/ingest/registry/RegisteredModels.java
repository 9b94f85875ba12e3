package io.runstream.ingest.registry;

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
import io.runstream.ingest.log.EventWriter;
import io.runstream.ingest.log.IdempotencyKey;
import io.runstream.ingest.log.Rejections;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How registered models come, change and go. All are commands: names are unique. Where a method takes an Idempotency-Key,
 * null stands for none.
 */
@ApplicationScoped
class RegisteredModels {
    private final EventWriter events;

    @Inject
    RegisteredModels(EventWriter events) {
        this.events = events;
    }

    Uni<RegisteredModel> create(CreateRegisteredModelRequest request, @Nullable IdempotencyKey idempotency) {
        return tell(
                RegisteredModelEvents.create(request),
                idempotency,
                rejection -> createError(rejection, request.isPrompt()));
    }

    Uni<RegisteredModel> rename(RenameRegisteredModelRequest request, @Nullable IdempotencyKey idempotency) {
        return tell(RegisteredModelEvents.rename(request), idempotency, rejection -> renameError(rejection, request));
    }

    Uni<RegisteredModel> update(UpdateRegisteredModelRequest request, @Nullable IdempotencyKey idempotency) {
        return tell(RegisteredModelEvents.update(request), idempotency, Rejections::toError);
    }

    Uni<Void> delete(RegisteredModelRequest request, @Nullable IdempotencyKey idempotency) {
        return change(RegisteredModelEvents.delete(request), idempotency);
    }

    Uni<Void> setTag(SetRegisteredModelTagRequest request, @Nullable IdempotencyKey idempotency) {
        return change(RegisteredModelEvents.setTag(request), idempotency);
    }

    Uni<Void> deleteTag(DeleteRegisteredModelTagRequest request, @Nullable IdempotencyKey idempotency) {
        return change(RegisteredModelEvents.deleteTag(request), idempotency);
    }

    Uni<Void> setAlias(SetAliasRequest request, @Nullable IdempotencyKey idempotency) {
        return change(RegisteredModelEvents.setAlias(request), idempotency);
    }

    Uni<Void> deleteAlias(AliasRequest request, @Nullable IdempotencyKey idempotency) {
        return change(RegisteredModelEvents.deleteAlias(request), idempotency);
    }

    private Uni<Void> change(TrackingEvent.Builder command, @Nullable IdempotencyKey idempotency) {
        return events.ask(EventKeys.ofModelRegistry(), command, idempotency).replaceWithVoid();
    }

    private Uni<RegisteredModel> tell(
            TrackingEvent.Builder command,
            @Nullable IdempotencyKey idempotency,
            Function<Rejection, ApiException> errors) {
        return events.ask(EventKeys.ofModelRegistry(), command, idempotency, errors)
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
