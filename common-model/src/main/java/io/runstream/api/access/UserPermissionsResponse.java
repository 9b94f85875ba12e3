package io.runstream.api.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.runstream.access.Grantable;
import io.runstream.access.Grants;
import io.runstream.access.Permission;
import java.util.Comparator;
import java.util.List;

/** What a user was given, in the shape of MLflow's roles: each user has one of their own, and there are no others. */
public record UserPermissionsResponse(
        @JsonProperty("is_admin") boolean administrator, List<Entry> permissions) {
    /** @param resourcePattern an id, a name or {@code *} */
    public record Entry(
            @JsonProperty("role_id") long roleId,
            @JsonProperty("role_name") String roleName,
            String workspace,
            @JsonProperty("resource_type") String resourceType,
            @JsonProperty("resource_pattern") String resourcePattern,
            Permission permission) {}

    public static UserPermissionsResponse from(UserInfo user, Grants grants) {
        return new UserPermissionsResponse(
                user.administrator(),
                grants.on().entrySet().stream()
                        .map(grant -> entry(user, grant.getKey(), grant.getValue()))
                        .sorted(Comparator.comparing(Entry::resourceType).thenComparing(Entry::resourcePattern))
                        .toList());
    }

    private static Entry entry(UserInfo user, Grantable what, Permission permission) {
        return new Entry(
                user.id(),
                "__user_" + user.id() + "__",
                "default",
                ResourceType.typeOf(what),
                ResourceType.idOf(what),
                permission);
    }
}
