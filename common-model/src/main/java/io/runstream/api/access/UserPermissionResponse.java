package io.runstream.api.access;

import io.runstream.access.Need;
import io.runstream.access.Permission;

/**
 * What a user may do with something.
 *
 * @param allowed MLflow's cut: whether they may use it
 */
public record UserPermissionResponse(boolean allowed, Permission permission) {
    public static UserPermissionResponse of(Permission permission) {
        return new UserPermissionResponse(permission.allows(Need.USE), permission);
    }
}
