package io.runstream.api.registry;

import io.runstream.error.RegistryErrors;
import io.runstream.limit.ArtifactLocations;
import java.util.List;

/**
 * Where a version's files come from. A legal source names no host that the server would connect to, and no path that
 * leads elsewhere once it is decoded; whether the caller may use it can depend on a run or a logged model.
 */
public sealed interface ModelSource {
    /** As the client wrote it. */
    String uri();

    /** In a store that clients reach by themselves, like {@code s3://bucket/model}; or a prompt's placeholder. */
    record Elsewhere(String uri) implements ModelSource {}

    /** A path on some machine: legal inside of the artifact root of a run or a logged model. */
    record Local(String uri) implements ModelSource {}

    /** Behind this server's own artifact proxy: legal inside of the artifact root of a run or a logged model. */
    record Proxied(String uri) implements ModelSource {}

    /** {@code runs:/<run id>/path}. */
    record OfRun(String uri, String runId) implements ModelSource {}

    /** {@code models:/m-…}. */
    record OfLoggedModel(String uri, String modelId) implements ModelSource {}

    /** {@code models:/name/1}, {@code models:/name@alias}, {@code models:/name/latest} or {@code models:/name/Staging}. */
    record OfVersion(String uri, ModelVersionReference version) implements ModelSource {}

    /**
     * Of a model.
     *
     * @throws io.runstream.error.ApiException 400 in MLflow's words
     */
    static ModelSource parse(String source) {
        ArtifactLocations.checkHost(source, "source");
        SourceUri uri = SourceUri.parse(source);
        if (uri.isLocal()) {
            return new Local(source);
        }
        if (uri.scheme().equals("models") && !uri.authority().isEmpty()) {
            throw RegistryErrors.sourceOfAnotherRegistry(source);
        }
        if (!SourceUri.isStraight(source)) {
            throw RegistryErrors.sourceWithRelativePath(source);
        }
        return switch (uri.scheme()) {
            case "models" -> ModelUri.parse(source, uri.path());
            case "runs" -> ofRun(source, uri);
            case "mlflow-artifacts" -> new Proxied(source);
            default -> new Elsewhere(source);
        };
    }

    /**
     * Of a prompt.
     *
     * @throws io.runstream.error.ApiException 400 if it is not one of MLflow's placeholders
     */
    static ModelSource ofPrompt(String source) {
        if (!PromptTags.SOURCES.contains(source)) {
            throw RegistryErrors.promptSource(source);
        }
        return new Elsewhere(source);
    }

    /** Whether it lies below that artifact root, by scheme, host and whole segments of its path. */
    default boolean isWithin(String artifactRoot) {
        SourceUri uri = SourceUri.parse(uri());
        SourceUri root = SourceUri.parse(artifactRoot);
        List<String> segments = uri.segments();
        List<String> parents = root.segments();
        return uri.isLocal() == root.isLocal()
                && (uri.isLocal() || uri.scheme().equals(root.scheme()))
                && uri.authority().equalsIgnoreCase(root.authority())
                && !parents.isEmpty()
                && !segments.contains("..")
                && segments.size() >= parents.size()
                && segments.subList(0, parents.size()).equals(parents);
    }

    private static ModelSource ofRun(String source, SourceUri uri) {
        if (!uri.authority().isEmpty() || uri.segments().isEmpty()) {
            throw RegistryErrors.sourceNotOf("run_id", source);
        }
        return new OfRun(source, uri.segments().get(0));
    }
}
