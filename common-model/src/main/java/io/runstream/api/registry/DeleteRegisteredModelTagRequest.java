package io.runstream.api.registry;

import io.runstream.api.request.RequestFields;

/** {@code registered-models/delete-tag}. */
public record DeleteRegisteredModelTagRequest(String name, String key) {
    public static DeleteRegisteredModelTagRequest from(RequestFields fields) {
        return new DeleteRegisteredModelTagRequest(RegistryFields.name(fields), RegistryFields.keyToDelete(fields));
    }
}
