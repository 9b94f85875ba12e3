package io.runstream.api.access;

import io.runstream.access.Permission;
import io.runstream.api.request.RequestFields;
import io.runstream.error.AccessErrors;
import java.util.Arrays;
import java.util.List;

/** {@code users/permissions/grant}. */
public record GrantPermissionRequest(UserPermissionRequest whose, Permission permission) {
    /** In MLflow's order. */
    private static final List<String> KNOWN = List.of("READ", "USE", "EDIT", "MANAGE", "NO_PERMISSIONS", "DENY");

    private static final List<String> GRANTABLE = List.of("DENY", "EDIT", "MANAGE", "READ", "USE");

    public static GrantPermissionRequest from(RequestFields fields) {
        UserPermissionRequest whose = UserPermissionRequest.from(fields);
        return new GrantPermissionRequest(whose, permission(fields.requiredString("permission"), whose));
    }

    private static Permission permission(String name, UserPermissionRequest whose) {
        Permission permission = Arrays.stream(Permission.values())
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> AccessErrors.unknownPermission(name, KNOWN));
        if (permission == Permission.NO_PERMISSIONS) {
            throw AccessErrors.notGrantable(name, ResourceType.typeOf(whose.on()), GRANTABLE);
        }
        return permission;
    }
}
