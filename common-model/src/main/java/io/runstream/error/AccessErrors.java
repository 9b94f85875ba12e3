package io.runstream.error;

import static io.runstream.error.ErrorCode.BAD_REQUEST;
import static io.runstream.error.ErrorCode.INVALID_PARAMETER_VALUE;
import static io.runstream.error.ErrorCode.PERMISSION_DENIED;
import static io.runstream.error.ErrorCode.RESOURCE_ALREADY_EXISTS;
import static io.runstream.error.ErrorCode.RESOURCE_DOES_NOT_EXIST;
import static io.runstream.error.ErrorCode.RESOURCE_EXHAUSTED;
import static io.runstream.error.ErrorCode.TEMPORARILY_UNAVAILABLE;
import static io.runstream.error.ErrorCode.UNAUTHENTICATED;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** What can be wrong with who is calling, and with requests about users and their permissions. */
public final class AccessErrors {
    private static final Duration SOON = Duration.ofSeconds(1);

    /** For what another system has to mend. */
    private static final Duration LATER = Duration.ofSeconds(5);

    private AccessErrors() {}

    /** The same for whoever sent no name, a wrong password or a name that nobody has. */
    public static ApiException unauthenticated() {
        return new ApiException(
                UNAUTHENTICATED,
                "You are not authenticated. Please see"
                        + " https://www.mlflow.org/docs/latest/auth/index.html#authenticating-to-mlflow"
                        + " on how to authenticate.");
    }

    public static ApiException forbidden() {
        return new ApiException(PERMISSION_DENIED, "Permission denied");
    }

    /** Whether the caller may can't be told: what was granted and taken lately can't be read. */
    public static ApiException directoryUnavailable() {
        return new ApiException(TEMPORARILY_UNAVAILABLE, "Permissions can't be looked at now.", SOON);
    }

    /** Whether the caller's token is right can't be told. */
    public static ApiException identityProviderUnavailable() {
        return new ApiException(
                TEMPORARILY_UNAVAILABLE, "The identity provider can't be asked about the token now.", LATER);
    }

    /** Too many passwords are being looked at. */
    public static ApiException tooManyLogins() {
        return new ApiException(RESOURCE_EXHAUSTED, "Too many passwords are under verification.", SOON);
    }

    public static ApiException credentialsEmpty() {
        return invalid("Username and password cannot be empty.");
    }

    public static ApiException badUsername(int limit) {
        return invalid("Invalid username: it must have at most " + limit
                + " characters, none of them a colon (:), which ends the name in HTTP basic authentication, or a"
                + " control character.");
    }

    public static ApiException passwordTooShort(int least) {
        return invalid("Password must be at least " + least + " characters.");
    }

    public static ApiException passwordTooLong(int limit) {
        return invalid("Password must be at most " + limit + " characters.");
    }

    public static ApiException currentPasswordMissing() {
        return invalid("Current password is required when changing your own password.");
    }

    public static ApiException currentPasswordWrong() {
        return invalid("Current password does not match.");
    }

    public static ApiException passwordUnchanged() {
        return invalid("New password must differ from the current password.");
    }

    public static ApiException userExists(String username) {
        return new ApiException(RESOURCE_ALREADY_EXISTS, "User (username=" + username + ") already exists.");
    }

    public static ApiException userNotFound(String username) {
        return new ApiException(RESOURCE_DOES_NOT_EXIST, "User with username=" + username + " not found");
    }

    public static ApiException deletesThemselves() {
        return new ApiException(
                BAD_REQUEST, "Users cannot delete their own account. Ask another admin to delete this user instead.");
    }

    /** MLflow lets the last administrator go, and nobody can get in any more. */
    public static ApiException lastAdministrator(String username) {
        return new ApiException(BAD_REQUEST, "User with username=" + username + " is the last administrator.");
    }

    public static ApiException permissionExists(String username, String resourceType, String resourceId) {
        return new ApiException(
                RESOURCE_ALREADY_EXISTS, permission(username, resourceType, resourceId) + " already exists.");
    }

    public static ApiException permissionNotFound(String username, String resourceType, String resourceId) {
        return new ApiException(
                RESOURCE_DOES_NOT_EXIST, permission(username, resourceType, resourceId) + " not found.");
    }

    private static String permission(String username, String resourceType, String resourceId) {
        return "Permission for user=" + username + " on resource_type=" + resourceType + ", resource_id=" + resourceId;
    }

    public static ApiException unknownPermission(String permission, List<String> known) {
        return invalid("Invalid permission '" + permission + "'. Valid permissions are: " + tuple(known));
    }

    public static ApiException notGrantable(String permission, String resourceType, List<String> grantable) {
        return invalid("Invalid permission '" + permission + "' for resource_type='" + resourceType
                + "'. Resource-level grants accept only: " + tuple(grantable) + ".");
    }

    public static ApiException unknownResourceType(String type, List<String> known) {
        return invalid("Invalid resource type '" + type + "'. Valid resource types are: " + tuple(known));
    }

    private static String tuple(List<String> words) {
        return words.stream().map(PythonText::string).collect(Collectors.joining(", ", "(", ")"));
    }

    private static ApiException invalid(String message) {
        return new ApiException(INVALID_PARAMETER_VALUE, message);
    }
}
