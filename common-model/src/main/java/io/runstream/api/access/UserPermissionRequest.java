package io.runstream.api.access;

import io.runstream.access.Grantable;
import io.runstream.api.request.RequestFields;
import io.runstream.error.AccessErrors;
import io.runstream.error.ApiException;

/** {@code users/permissions/get} and {@code revoke}: what one user may do with one thing, or with all of a kind. */
public record UserPermissionRequest(String username, Grantable on) {
    public static UserPermissionRequest from(RequestFields fields) {
        String type = fields.requiredString("resource_type");
        String id = fields.requiredString("resource_id");
        return new UserPermissionRequest(fields.requiredString("username"), ResourceType.parse(type, id));
    }

    public ApiException alreadyGranted() {
        return AccessErrors.permissionExists(username, ResourceType.typeOf(on), ResourceType.idOf(on));
    }

    public ApiException notGranted() {
        return AccessErrors.permissionNotFound(username, ResourceType.typeOf(on), ResourceType.idOf(on));
    }
}
