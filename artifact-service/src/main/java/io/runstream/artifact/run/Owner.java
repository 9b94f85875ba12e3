package io.runstream.artifact.run;

import io.runstream.artifact.root.ArtifactRoot;
import io.runstream.artifact.root.ArtifactRoots;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** To whom artifacts belong, and with whose authorization that is asked; null for none. */
sealed interface Owner {
    record Run(String id, @Nullable String authorization) implements Owner {}

    record LoggedModel(String id, @Nullable String authorization) implements Owner {}

    record ModelVersion(
            String name, String version, @Nullable String authorization) implements Owner {}

    static Owner run(String id, @Nullable String authorization) {
        return new Run(id, authorization);
    }

    /** Below which the artifacts are. */
    default Uni<ArtifactRoot> root(ArtifactRoots roots) {
        return switch (this) {
            case Run(String id, String authorization) -> roots.ofRun(id, authorization);
            case LoggedModel(String id, String authorization) -> roots.ofLoggedModel(id, authorization);
            case ModelVersion(String name, String version, String authorization) ->
                roots.ofModelVersion(name, version, authorization);
        };
    }
}
