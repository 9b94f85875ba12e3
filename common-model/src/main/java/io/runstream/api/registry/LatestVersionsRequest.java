package io.runstream.api.registry;

import io.runstream.api.request.RequestFields;
import java.util.List;

/**
 * {@code registered-models/get-latest-versions}.
 *
 * @param stages as the client wrote them: MLflow looks at them once it has found the model; empty for all
 */
public record LatestVersionsRequest(String name, List<String> stages) {
    public static LatestVersionsRequest from(RequestFields fields) {
        return new LatestVersionsRequest(RegistryFields.name(fields), fields.strings("stages"));
    }
}
