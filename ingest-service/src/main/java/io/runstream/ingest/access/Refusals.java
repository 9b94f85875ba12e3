package io.runstream.ingest.access;

import io.runstream.access.Outcome;
import io.runstream.api.access.UserPermissionRequest;
import io.runstream.error.AccessErrors;
import io.runstream.error.ApiException;

/** What the log has refused, in MLflow's words. */
final class Refusals {
    private Refusals() {}

    static ApiException of(Outcome.Reason reason, String username) {
        return switch (reason) {
            case USER_EXISTS -> AccessErrors.userExists(username);
            case NO_SUCH_USER -> AccessErrors.userNotFound(username);
            case LAST_ADMINISTRATOR -> AccessErrors.lastAdministrator(username);
            case GRANT_EXISTS, NO_SUCH_GRANT, UNKNOWN_EVENT -> AccessErrors.directoryUnavailable();
        };
    }

    static ApiException of(Outcome.Reason reason, UserPermissionRequest request) {
        return switch (reason) {
            case GRANT_EXISTS -> request.alreadyGranted();
            case NO_SUCH_GRANT -> request.notGranted();
            case NO_SUCH_USER, USER_EXISTS, LAST_ADMINISTRATOR, UNKNOWN_EVENT -> of(reason, request.username());
        };
    }
}
