package io.runstream.api.registry;

import io.runstream.api.request.RequestFields;
import io.runstream.limit.ModelAliases;

/** {@code registered-models/alias} by GET and DELETE. */
public record AliasRequest(String name, String alias) {
    public static AliasRequest from(RequestFields fields) {
        String name = RegistryFields.name(fields);
        return new AliasRequest(name, ModelAliases.check(fields.requiredString("alias")));
    }

    /** Whether it is the word for the greatest version, which no alias may be. */
    public boolean isLatest() {
        return ModelAliases.isLatest(alias);
    }
}
