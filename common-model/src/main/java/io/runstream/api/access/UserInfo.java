package io.runstream.api.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.runstream.access.User;

/**
 * A user, without their password.
 *
 * @param id 0 for somebody whom only an identity provider knows
 */
public record UserInfo(
        long id, String username, @JsonProperty("is_admin") boolean administrator) {
    public static UserInfo from(User user) {
        return new UserInfo(user.id(), user.name(), user.administrator());
    }
}
