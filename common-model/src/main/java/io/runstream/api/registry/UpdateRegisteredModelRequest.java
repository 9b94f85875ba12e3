package io.runstream.api.registry;

import io.runstream.api.request.RequestFields;

/**
 * {@code registered-models/update}.
 *
 * @param description empty if the request has none: the model has none then either
 */
public record UpdateRegisteredModelRequest(String name, String description) {
    public static UpdateRegisteredModelRequest from(RequestFields fields) {
        return new UpdateRegisteredModelRequest(RegistryFields.name(fields), fields.string("description", ""));
    }
}
