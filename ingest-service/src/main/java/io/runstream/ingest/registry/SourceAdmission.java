package io.runstream.ingest.registry;

import io.runstream.api.registry.CreateModelVersionRequest;
import io.runstream.api.registry.ModelSource;
import io.runstream.error.ApiException;
import io.runstream.error.ErrorCode;
import io.runstream.error.RegistryErrors;
import io.runstream.ingest.registry.SourceOwners.Owner;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Says whether a version may be made of its source: what lies in the server's own artifact storage must belong to the run or
 * the logged model that the request names, else one caller could read another's files through the registry. What is found
 * out goes into the event, so that the projector need not ask again.
 */
@ApplicationScoped
class SourceAdmission {
    private static final String RUN = "run_id";
    private static final String MODEL = "model_id";

    private final SourceOwners owners;

    @Inject
    SourceAdmission(SourceOwners owners) {
        this.owners = owners;
    }

    /** @return fails with 400, or 404 for a logged model that is not there */
    Uni<SourceOrigin> admit(CreateModelVersionRequest request) {
        String modelId = request.modelId();
        return modelId == null || modelId.isEmpty() ? withoutModel(request) : ofModel(request, modelId);
    }

    private Uni<SourceOrigin> withoutModel(CreateModelVersionRequest request) {
        String runId = request.runId() == null ? "" : request.runId();
        return switch (request.source()) {
            case ModelSource.Elsewhere source -> admitted(new SourceOrigin(source.uri(), runId, ""));
            // What it gets from the other version is found at its place in the log.
            case ModelSource.OfVersion source -> admitted(new SourceOrigin("", request.runId(), ""));
            case ModelSource.OfRun source ->
                source.runId().equals(runId)
                        ? admitted(new SourceOrigin(source.uri(), runId, ""))
                        : refused(RegistryErrors.sourceNotOf(RUN, source.uri()));
            case ModelSource.OfLoggedModel source -> refused(RegistryErrors.sourceNotOf(MODEL, source.uri()));
            case ModelSource.Proxied source -> ofRun(source, runId, RegistryErrors::sourceNotOf);
            case ModelSource.Local source -> ofRun(source, runId, RegistryErrors::localSource);
        };
    }

    private Uni<SourceOrigin> ofRun(
            ModelSource source, String runId, BiFunction<String, String, ApiException> otherwise) {
        ApiException refusal = otherwise.apply(RUN, source.uri());
        return runId.isEmpty()
                ? refused(refusal)
                : owners.run(runId)
                        .onFailure(SourceAdmission::isNotFound)
                        .transform(notFound -> RegistryErrors.sourceNotOf(RUN, source.uri()))
                        .map(run -> {
                            requireWithin(source, run, refusal);
                            return new SourceOrigin(source.uri(), runId, "");
                        });
    }

    private Uni<SourceOrigin> ofModel(CreateModelVersionRequest request, String modelId) {
        return switch (request.source()) {
            case ModelSource.Elsewhere source -> ofModel(request, modelId, model -> source.uri());
            case ModelSource.OfVersion source -> refused(RegistryErrors.sourceDiffers(source.uri()));
            case ModelSource.OfRun source -> refused(RegistryErrors.sourceNotOf(MODEL, source.uri()));
            case ModelSource.OfLoggedModel source ->
                source.modelId().equals(modelId)
                        ? ofModel(request, modelId, Owner::artifactRoot)
                        : refused(RegistryErrors.sourceNotOf(MODEL, source.uri()));
            case ModelSource.Proxied source ->
                ofModel(
                        request,
                        modelId,
                        model -> within(source, model, RegistryErrors.sourceNotOf(MODEL, source.uri())));
            case ModelSource.Local source ->
                ofModel(
                        request,
                        modelId,
                        model -> within(source, model, RegistryErrors.localSource(MODEL, source.uri())));
        };
    }

    /** @param location where the files are */
    private Uni<SourceOrigin> ofModel(
            CreateModelVersionRequest request, String modelId, Function<Owner, String> location) {
        return owners.loggedModel(modelId)
                .map(model -> new SourceOrigin(location.apply(model), runOf(request, model), modelId));
    }

    /** MLflow takes the model's run if the request names none, or an empty one. */
    private static @Nullable String runOf(CreateModelVersionRequest request, Owner model) {
        return request.runId() == null || request.runId().isEmpty() ? model.runId() : request.runId();
    }

    private static String within(ModelSource source, Owner owner, ApiException refusal) {
        requireWithin(source, owner, refusal);
        return source.uri();
    }

    private static void requireWithin(ModelSource source, Owner owner, ApiException refusal) {
        if (!source.isWithin(owner.artifactRoot())) {
            throw refusal;
        }
    }

    private static boolean isNotFound(Throwable failure) {
        return failure instanceof ApiException refusal && refusal.code() == ErrorCode.RESOURCE_DOES_NOT_EXIST;
    }

    private static Uni<SourceOrigin> admitted(SourceOrigin origin) {
        return Uni.createFrom().item(origin);
    }

    private static Uni<SourceOrigin> refused(ApiException refusal) {
        return Uni.createFrom().failure(refusal);
    }
}
