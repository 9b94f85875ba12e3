package io.runstream.api.registry;

import io.runstream.api.KeyValue;
import io.runstream.api.request.RequestFields;

/** {@code registered-models/set-tag}. */
public record SetRegisteredModelTagRequest(String name, KeyValue tag) {
    public static SetRegisteredModelTagRequest from(RequestFields fields) {
        return new SetRegisteredModelTagRequest(RegistryFields.name(fields), RegistryFields.tag(fields));
    }
}
