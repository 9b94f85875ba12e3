package io.runstream.api.access;

import io.runstream.api.request.RequestFields;
import io.runstream.error.RequestErrors;

/** {@code users/update-admin}. */
public record UpdateAdminRequest(String username, boolean administrator) {
    private static final String FLAG = "is_admin";

    public static UpdateAdminRequest from(RequestFields fields) {
        String username = fields.requiredString("username");
        if (!fields.has(FLAG)) {
            throw RequestErrors.missing(FLAG);
        }
        return new UpdateAdminRequest(username, fields.bool(FLAG, false));
    }
}
