package io.runstream.api.access;

import io.runstream.access.UserName;
import io.runstream.api.request.RequestFields;
import io.runstream.error.AccessErrors;
import io.runstream.limit.Passwords;

/** {@code users/create}. */
public record CreateUserRequest(UserName username, String password) {
    public static CreateUserRequest from(RequestFields fields) {
        String username = present(fields, "username");
        String password = present(fields, "password");
        if (username.isEmpty() || password.isEmpty()) {
            throw AccessErrors.credentialsEmpty();
        }
        return new CreateUserRequest(new UserName(username), Passwords.check(password));
    }

    /** For what is empty MLflow has other words than for what is missing. */
    private static String present(RequestFields fields, String name) {
        String value = fields.optionalString(name);
        return value == null ? fields.requiredString(name) : value;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "CreateUserRequest[username=" + username + "]";
    }
}
