package io.runstream.api.access;

import io.runstream.access.User;

/** One user. */
public record UserResponse(UserInfo user) {
    public static UserResponse from(User user) {
        return new UserResponse(UserInfo.from(user));
    }
}
