package io.runstream.api.registry;

import io.runstream.api.request.RequestFields;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code registered-models/get-latest-versions}.
 *
 * @param stages empty for all
 */
public record LatestVersionsRequest(String name, Set<ModelStage> stages) {
    public static LatestVersionsRequest from(RequestFields fields) {
        String name = RegistryFields.name(fields);
        return new LatestVersionsRequest(
                name, fields.strings("stages").stream().map(ModelStage::parse).collect(Collectors.toSet()));
    }
}
