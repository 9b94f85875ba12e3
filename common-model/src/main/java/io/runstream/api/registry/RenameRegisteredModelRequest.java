package io.runstream.api.registry;

import io.runstream.api.request.RequestFields;
import io.runstream.limit.ModelNames;

/** {@code registered-models/rename}. */
public record RenameRegisteredModelRequest(String name, String newName) {
    public static RenameRegisteredModelRequest from(RequestFields fields) {
        String name = fields.requiredString("name");
        String newName = ModelNames.checkNew(fields.requiredString("new_name"));
        return new RenameRegisteredModelRequest(ModelNames.check(name), newName);
    }
}
