package io.runstream.ingest.registry;

import io.runstream.access.Need;
import io.runstream.access.Securable;
import io.runstream.api.registry.CreateModelVersionRequest;
import io.runstream.api.registry.ModelSource;
import io.runstream.ingest.admission.Admission;
import io.runstream.ingest.admission.ModelAdmission;
import io.runstream.ingest.log.Origin;
import io.runstream.kit.access.AccessControl;
import io.runstream.kit.access.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Whether a caller may do that to a registered model, and make a version of that source. */
@ApplicationScoped
class RegistryAccess {
    private final AccessControl access;
    private final Admission runs;
    private final ModelAdmission models;

    @Inject
    RegistryAccess(AccessControl access, Admission runs, ModelAdmission models) {
        this.access = access;
        this.runs = runs;
        this.models = models;
    }

    /** Fails with 403 unless the caller may, whether there is such a model or not. */
    Uni<Void> require(Origin origin, Need need, String model) {
        return access.require(origin.caller(), need, new Securable.RegisteredModel(model));
    }

    /**
     * What a version is made of can be read through it: so its maker must be able to read it.
     *
     * @return fails with 404 if the run or logged model is not there, with 403 unless the caller may read it
     */
    Uni<Void> requireSource(Origin origin, CreateModelVersionRequest request) {
        Caller caller = origin.caller();
        if (access.mayDoEverything(caller)) {
            return Uni.createFrom().voidItem();
        }
        return switch (request.source()) {
            // The other model is the border; its run and logged model are but named. As MLflow has it.
            case ModelSource.OfVersion(var uri, var version) -> require(origin, Need.READ, version.name());
            case ModelSource.OfRun(var uri, var runId) -> both(runId, word(request.modelId()), caller);
            case ModelSource.OfLoggedModel(var uri, var modelId) -> both(word(request.runId()), modelId, caller);
            case ModelSource.Elsewhere elsewhere -> both(request, caller);
            case ModelSource.Local local -> both(request, caller);
            case ModelSource.Proxied proxied -> both(request, caller);
        };
    }

    private Uni<Void> both(CreateModelVersionRequest request, Caller caller) {
        return both(word(request.runId()), word(request.modelId()), caller);
    }

    /** That a source is of another run or model than the request names is found out later. Empty stands for none. */
    private Uni<Void> both(String runId, String modelId, Caller caller) {
        Uni<Void> none = Uni.createFrom().voidItem();
        Uni<Void> run = runId.isEmpty()
                ? none
                : runs.permittedRun(runId, caller, Need.READ).replaceWithVoid();
        return modelId.isEmpty()
                ? run
                : run.chain(() -> models.permitted(modelId, caller, Need.READ)).replaceWithVoid();
    }

    private static String word(@Nullable String id) {
        return id == null ? "" : id;
    }
}
