package io.runstream.api.registry;

import io.runstream.error.RegistryErrors;
import io.runstream.limit.ModelAliases;
import io.runstream.limit.ModelNames;

/** Reads what follows {@code models:}. */
final class ModelUri {
    private static final String LATEST = "latest";

    private ModelUri() {}

    /**
     * @param uri for messages
     * @throws io.runstream.error.ApiException 400 in MLflow's words
     */
    static ModelSource parse(String uri, String path) {
        String[] parts = path.substring(1).split("/", -1);
        if (parts.length > 2 || parts[0].isBlank() || parts.length == 2 && parts[1].isBlank()) {
            throw RegistryErrors.sourceNotOf("model_id", uri);
        }
        if (parts.length == 2) {
            return new ModelSource.OfVersion(uri, bySuffix(ModelNames.check(parts[0]), parts[1]));
        }
        int at = parts[0].lastIndexOf('@');
        return at < 0
                ? new ModelSource.OfLoggedModel(uri, parts[0])
                : new ModelSource.OfVersion(uri, byAlias(uri, parts[0].substring(0, at), parts[0].substring(at + 1)));
    }

    private static ModelVersionReference bySuffix(String name, String suffix) {
        if (suffix.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return new ModelVersionReference.Number(
                    name, ModelVersionId.of(name, suffix).version());
        }
        return suffix.equalsIgnoreCase(LATEST)
                ? new ModelVersionReference.Latest(name)
                : new ModelVersionReference.LatestInStage(name, ModelStage.parse(suffix));
    }

    private static ModelVersionReference byAlias(String uri, String name, String alias) {
        if (alias.isBlank()) {
            throw RegistryErrors.sourceNotOf("model_id", uri);
        }
        ModelNames.check(name);
        return ModelAliases.isLatest(ModelAliases.check(alias))
                ? new ModelVersionReference.Latest(name)
                : new ModelVersionReference.Alias(name, alias);
    }
}
