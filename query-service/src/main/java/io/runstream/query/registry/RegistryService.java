package io.runstream.query.registry;

import io.runstream.api.registry.AliasRequest;
import io.runstream.api.registry.ModelStage;
import io.runstream.api.registry.ModelVersion;
import io.runstream.api.registry.ModelVersionId;
import io.runstream.api.registry.RegisteredModel;
import io.runstream.error.RegistryErrors;
import io.runstream.query.access.Reader;
import io.runstream.query.access.Readers;
import io.runstream.query.answer.ChunkedJson;
import io.runstream.query.consistency.ReadBarrier;
import io.runstream.query.search.PageAnswers;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the model registry, after every write to it that was acknowledged before. What names a model fails with 403 if that is
 * not for the caller, whether there is such a model or not.
 */
@Singleton
public final class RegistryService {
    private final ReadBarrier barrier;
    private final RegistryStore store;
    private final Readers readers;
    private final PageAnswers pages;

    RegistryService(ReadBarrier barrier, RegistryStore store, Readers readers, PageAnswers pages) {
        this.barrier = barrier;
        this.store = store;
        this.readers = readers;
        this.pages = pages;
    }

    /** Fails with 404 if there is no such model. */
    Uni<RegisteredModel> model(String name) {
        return readable(name).chain(() -> findModel(name));
    }

    /** Fails with 404 if there is no such version. */
    Uni<ModelVersion> version(ModelVersionId id) {
        return readable(id.name()).chain(() -> findVersion(id));
    }

    /** Fails with 404 if there is no such model, with 400 if it has no such alias. */
    Uni<ModelVersion> versionByAlias(AliasRequest request) {
        return readable(request.name())
                .chain(() -> findModel(request.name()))
                .chain(model -> findVersion(new ModelVersionId(
                        request.name(), request.isLatest() ? latest(model) : named(model, request.alias()))));
    }

    private static int latest(RegisteredModel model) {
        return model.latestVersions().stream()
                .map(version -> Integer.valueOf(version.version()))
                .max(Comparator.naturalOrder())
                .orElseThrow(() -> RegistryErrors.latestNotFound(model.name()));
    }

    private static int named(RegisteredModel model, String alias) {
        return model.aliases().stream()
                .filter(candidate -> candidate.alias().equals(alias))
                .map(found -> Integer.valueOf(found.version()))
                .findAny()
                .orElseThrow(() -> RegistryErrors.aliasNotFound(alias));
    }

    /**
     * The latest version of each of these stages, with aliases. Fails with 404 if there is no such model, then with 400 if
     * there is no such stage.
     *
     * @param stages empty for all
     */
    Uni<List<ModelVersion>> latestVersions(String name, List<String> stages) {
        return model(name).map(model -> latestVersions(model, stages));
    }

    private static List<ModelVersion> latestVersions(RegisteredModel model, List<String> stages) {
        Set<ModelStage> wanted = stages.stream().map(ModelStage::parse).collect(Collectors.toSet());
        return model.latestVersions().stream()
                .filter(version -> wanted.isEmpty() || wanted.contains(ModelStage.parse(version.currentStage())))
                .map(version -> version.withAliases(model.aliasesOf(version)))
                .toList();
    }

    /** Fails with 404 if there is no such version. */
    Uni<String> downloadUri(ModelVersionId id) {
        return readable(id.name())
                .chain(() -> store.findStorageLocation(id))
                .map(found -> found.orElseThrow(() -> notFound(id)));
    }

    Uni<ChunkedJson> searchModels(RegistrySearch search) {
        Reader reader = readers.current();
        return barrier.awaitRegistry()
                .chain(reader::models)
                .chain(visible -> pages.of("registered_models", search.within(visible), store::searchModels));
    }

    /** Versions come without aliases, as MLflow's. */
    public Uni<ChunkedJson> searchVersions(RegistrySearch search) {
        Reader reader = readers.current();
        return barrier.awaitRegistry()
                .chain(reader::models)
                .chain(visible -> pages.of("model_versions", search.within(visible), store::searchVersions));
    }

    private Uni<Void> readable(String name) {
        Reader reader = readers.current();
        return barrier.awaitRegistry().chain(() -> reader.requireModel(name));
    }

    private Uni<RegisteredModel> findModel(String name) {
        return store.findModel(name).map(found -> found.orElseThrow(() -> RegistryErrors.modelNotFound(name)));
    }

    private Uni<ModelVersion> findVersion(ModelVersionId id) {
        return store.findVersion(id).map(found -> found.orElseThrow(() -> notFound(id)));
    }

    private static RuntimeException notFound(ModelVersionId id) {
        return RegistryErrors.versionNotFound(id.name(), Integer.toString(id.version()));
    }
}
