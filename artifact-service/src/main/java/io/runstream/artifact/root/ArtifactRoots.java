package io.runstream.artifact.root;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/**
 * Where runs and models keep their artifacts.
 *
 * <p>Every method asks as the caller would, by the caller's {@code Authorization} header, and fails with the answer that the
 * caller would get: 404 where there is no such run, 403 where the caller may not read it. 503 while nobody can be asked.
 */
public interface ArtifactRoots {
    /** @param authorization null if the caller sent none */
    Uni<ArtifactRoot> ofRun(String runId, @Nullable String authorization);

    /** @param authorization null if the caller sent none */
    Uni<ArtifactRoot> ofLoggedModel(String modelId, @Nullable String authorization);

    /** @param authorization null if the caller sent none */
    Uni<ArtifactRoot> ofModelVersion(String name, String version, @Nullable String authorization);
}
