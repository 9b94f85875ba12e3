package io.runstream.api.registry;

import io.runstream.api.KeyValue;
import io.runstream.api.request.RequestFields;

/** {@code model-versions/set-tag}. */
public record SetModelVersionTagRequest(ModelVersionId version, KeyValue tag) {
    public static SetModelVersionTagRequest from(RequestFields fields) {
        return new SetModelVersionTagRequest(ModelVersionId.from(fields), RegistryFields.versionTag(fields));
    }
}
