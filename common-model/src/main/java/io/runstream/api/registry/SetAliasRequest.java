package io.runstream.api.registry;

import io.runstream.api.request.RequestFields;
import io.runstream.limit.ModelAliases;
import io.runstream.limit.ModelNames;

/** {@code registered-models/alias} by POST. */
public record SetAliasRequest(ModelVersionId version, String alias) {
    public static SetAliasRequest from(RequestFields fields) {
        String name = fields.requiredString("name");
        String alias = fields.requiredString("alias");
        String version = fields.requiredString("version");
        ModelNames.check(name);
        ModelAliases.checkNew(alias);
        return new SetAliasRequest(ModelVersionId.of(name, version), alias);
    }
}
