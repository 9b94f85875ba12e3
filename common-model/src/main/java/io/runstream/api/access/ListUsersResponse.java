package io.runstream.api.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.runstream.access.User;
import java.util.List;

/** All users. */
public record ListUsersResponse(List<Entry> users) {
    /** @param roles always empty: there are none */
    public record Entry(
            long id,
            String username,
            @JsonProperty("is_admin") boolean administrator,
            List<String> roles) {}

    public static ListUsersResponse from(List<User> users) {
        return new ListUsersResponse(users.stream()
                .map(user -> new Entry(user.id(), user.name(), user.administrator(), List.of()))
                .toList());
    }
}
