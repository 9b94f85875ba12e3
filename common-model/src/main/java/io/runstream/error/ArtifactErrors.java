package io.runstream.error;

import static io.runstream.error.ErrorCode.BAD_REQUEST;
import static io.runstream.error.ErrorCode.INVALID_PARAMETER_VALUE;
import static io.runstream.error.ErrorCode.NOT_IMPLEMENTED;
import static io.runstream.error.ErrorCode.PERMISSION_DENIED;
import static io.runstream.error.ErrorCode.RESOURCE_DOES_NOT_EXIST;
import static io.runstream.error.ErrorCode.TEMPORARILY_UNAVAILABLE;

import java.time.Duration;

/** What can be wrong with artifacts, and with where they are kept. */
public final class ArtifactErrors {
    private static final Duration SOON = Duration.ofSeconds(2);

    private ArtifactErrors() {}

    public static ApiException invalidPath() {
        return invalid("Invalid path");
    }

    public static ApiException noFileName() {
        return invalid("Artifact path must include a filename (cannot end with '/').");
    }

    public static ApiException noSuchArtifact(String path) {
        return new ApiException(RESOURCE_DOES_NOT_EXIST, "No such artifact: '" + path + "'");
    }

    public static ApiException isDirectory(String path) {
        return invalid("Artifact path refers to a directory, not a file: '" + path + "'");
    }

    /** The store refuses the server's credentials, or this object to them. */
    public static ApiException storeRefuses() {
        return new ApiException(PERMISSION_DENIED, "The artifact store refused access.");
    }

    /** The store is away, overloaded or full. */
    public static ApiException storeUnavailable() {
        return new ApiException(TEMPORARILY_UNAVAILABLE, "The artifact store can't be used now.", SOON);
    }

    /** @param reason the store's own words */
    public static ApiException storeRejects(String reason) {
        return invalid("The artifact store rejected the request: " + reason);
    }

    /** @param reason the store's own words */
    public static ApiException storeHasNot(String reason) {
        return new ApiException(RESOURCE_DOES_NOT_EXIST, "The artifact store rejected the request: " + reason);
    }

    public static ApiException bucketMissing(String bucket) {
        return new ApiException(
                TEMPORARILY_UNAVAILABLE, "The artifact store has no bucket named '" + bucket + "'.", SOON);
    }

    /** The client went away, or sent less than it announced. */
    public static ApiException uploadCutOff() {
        return new ApiException(BAD_REQUEST, "The upload ended before all of it was sent.");
    }

    public static ApiException uploadTooLarge() {
        return invalid("Artifact size is too large. Max size is 10MB.");
    }

    public static ApiException missingArgument(String name) {
        return invalid("Request must specify " + name + ".");
    }

    /** MLflow's client falls back to an ordinary upload by the beginning of this text. */
    public static ApiException multipartUploadUnsupported() {
        return new ApiException(
                NOT_IMPLEMENTED,
                "Multipart upload is not supported for the current artifact repository: clients can't reach the store"
                        + " (runstream.artifact.presigned.enabled).");
    }

    /** MLflow's client falls back to an ordinary download. */
    public static ApiException multipartDownloadUnsupported() {
        return new ApiException(
                NOT_IMPLEMENTED,
                "Multipart download is not supported for the current artifact repository: clients can't reach the store"
                        + " (runstream.artifact.presigned.enabled).");
    }

    public static ApiException presignedUploadUnsupported(String scheme) {
        return invalid("Presigned upload is not supported for proxied artifact storage (artifact URI scheme: " + scheme
                + "). This endpoint requires a direct cloud storage artifact URI.");
    }

    public static ApiException presignedDownloadUnsupported(String scheme) {
        return invalid(
                "Presigned download is not supported for runs with proxied artifact storage (artifact URI scheme: "
                        + scheme + "). This endpoint requires a run with a direct cloud storage artifact URI.");
    }

    public static ApiException badPartCount(long parts, long limit) {
        return invalid("num_parts must be between 1 and " + limit + " (got " + parts + ").");
    }

    /** Nobody can be asked where a run keeps its artifacts. */
    public static ApiException trackingUnavailable() {
        return new ApiException(TEMPORARILY_UNAVAILABLE, "The tracking API can't be asked now.", SOON);
    }

    public static ApiException badExpiration(long seconds) {
        return invalid("expiration must be between 1 and 604800 seconds (got " + seconds + ").");
    }

    public static ApiException runOrModel() {
        return invalid("Exactly one of run_id and model_id must be provided.");
    }

    public static ApiException missingFilePath() {
        return new ApiException(BAD_REQUEST, "Request must include the \"artifact_file_path\" query parameter.");
    }

    /** A location that the server does not serve: its bucket is none of those in the configuration, or it has none. */
    public static ApiException locationNotServed(String location) {
        return new ApiException(
                PERMISSION_DENIED,
                "This server does not serve artifacts at '" + location
                        + "': its bucket is not among those of runstream.artifact.");
    }

    /** @param field the request's: {@code artifact_location}, {@code source} */
    public static ApiException hostAddressedLocation(String field, String scheme) {
        return invalid("'" + field + "' cannot use the '" + scheme + "' scheme: the '" + scheme
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
