package io.runstream.api.registry;

import io.runstream.api.request.RequestFields;

/** {@code registered-models/get} and {@code registered-models/delete}. */
public record RegisteredModelRequest(String name) {
    public static RegisteredModelRequest from(RequestFields fields) {
        return new RegisteredModelRequest(RegistryFields.name(fields));
    }
}
