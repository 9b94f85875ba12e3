package io.runstream.error;

import static io.runstream.error.ErrorCode.INVALID_PARAMETER_VALUE;

/** What can be wrong with where artifacts are kept. */
public final class ArtifactErrors {
    private ArtifactErrors() {}

    public static ApiException hostAddressedLocation(String scheme) {
        return invalid("'artifact_location' cannot use the '" + scheme + "' scheme: the '" + scheme
                + "' scheme addresses a host other than the tracking server's configured artifact storage, so the server"
                + " would connect to the host named in the URI.");
    }

    public static ApiException locationWithFragment() {
        return invalid("'artifact_location' URL can't include fragments or params.");
    }

    public static ApiException badLocationQuery() {
        return invalid("Invalid query string");
    }

    public static ApiException runsLocation(String location) {
        return invalid("Artifact location cannot be a runs:/ URI. Given: '" + location + "'");
    }

    public static ApiException locationTooLong(int limit) {
        return invalid("Invalid artifact path length. The length of the artifact path cannot be greater than " + limit
                + " characters.");
    }

    private static ApiException invalid(String message) {
        return new ApiException(INVALID_PARAMETER_VALUE, message);
    }
}
