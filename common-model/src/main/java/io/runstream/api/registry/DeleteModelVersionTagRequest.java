package io.runstream.api.registry;

import io.runstream.api.request.RequestFields;

/** {@code model-versions/delete-tag}. */
public record DeleteModelVersionTagRequest(ModelVersionId version, String key) {
    public static DeleteModelVersionTagRequest from(RequestFields fields) {
        return new DeleteModelVersionTagRequest(ModelVersionId.from(fields), RegistryFields.keyToDelete(fields));
    }
}
