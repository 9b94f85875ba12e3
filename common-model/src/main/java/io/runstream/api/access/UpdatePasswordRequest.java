package io.runstream.api.access;

import io.runstream.api.request.RequestFields;
import org.jspecify.annotations.Nullable;

/**
 * {@code users/update-password}. The password is checked once it is known who asks.
 *
 * @param currentPassword null or empty if it is not given, as administrators need not for others
 */
public record UpdatePasswordRequest(
        String username, String password, @Nullable String currentPassword) {
    public static UpdatePasswordRequest from(RequestFields fields) {
        return new UpdatePasswordRequest(
                fields.requiredString("username"),
                fields.requiredString("password"),
                fields.optionalString("current_password"));
    }

    /** Without the passwords. */
    @Override
    public String toString() {
        return "UpdatePasswordRequest[username=" + username + "]";
    }
}
