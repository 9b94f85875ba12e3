package io.runstream.api.registry;

import io.runstream.api.request.RequestFields;
import org.jspecify.annotations.Nullable;

/**
 * {@code model-versions/update}.
 *
 * @param description null if the request has none: the version has none then either
 */
public record UpdateModelVersionRequest(
        ModelVersionId version, @Nullable String description) {
    public static UpdateModelVersionRequest from(RequestFields fields) {
        return new UpdateModelVersionRequest(ModelVersionId.from(fields), fields.optionalString("description"));
    }
}
