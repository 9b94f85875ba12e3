package io.runstream.query.registry;

import io.runstream.api.registry.ModelVersion;
import io.runstream.api.registry.ModelVersionId;
import io.runstream.api.registry.RegisteredModel;
import io.runstream.query.search.Page;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Where projected registered models and versions are read. */
interface RegistryStore {
    /** Empty if there is no such model. */
    Uni<Optional<RegisteredModel>> findModel(String name);

    /** With its aliases; empty if there is no such version. */
    Uni<Optional<ModelVersion>> findVersion(ModelVersionId id);

    /** Where the version's files are; empty if there is no such version. */
    Uni<Optional<String>> findStorageLocation(ModelVersionId id);

    Uni<Page<RegisteredModel>> searchModels(RegistrySearch search);

    /** Without aliases, as MLflow's. */
    Uni<Page<ModelVersion>> searchVersions(RegistrySearch search);
}
