package io.runstream.error;

import static io.runstream.error.ErrorCode.ENDPOINT_NOT_FOUND;
import static io.runstream.error.ErrorCode.INTERNAL_ERROR;
import static io.runstream.error.ErrorCode.RESOURCE_EXHAUSTED;
import static io.runstream.error.ErrorCode.TEMPORARILY_UNAVAILABLE;

import java.time.Duration;

/** What can be wrong with the service, not with the request. Each says when to come back, where that may help. */
public final class ServiceErrors {
    private static final Duration SOON = Duration.ofSeconds(1);

    private ServiceErrors() {}

    public static ApiException endpointNotFound(String path) {
        return new ApiException(ENDPOINT_NOT_FOUND, "No API is served at " + path);
    }

    /** The log did not acknowledge in time. The event may or may not be in it. */
    public static ApiException logUnavailable() {
        return new ApiException(
                TEMPORARILY_UNAVAILABLE, "The event log did not acknowledge the request in time.", SOON);
    }

    /** No projector gave its verdict in time. The command may still take effect. */
    public static ApiException noVerdict() {
        return new ApiException(TEMPORARILY_UNAVAILABLE, "The request was accepted, but not decided in time.", SOON);
    }

    /** The tables can't be read now. */
    public static ApiException storeUnavailable() {
        return new ApiException(TEMPORARILY_UNAVAILABLE, "The tracking store can't be read now.", SOON);
    }

    /** Nobody who could answer can be reached; the request has had no effect. */
    public static ApiException unreachable(String service) {
        return new ApiException(TEMPORARILY_UNAVAILABLE, "The " + service + " service can't be reached now.", SOON);
    }

    /** Whoever had the request went away. It may or may not have taken effect. */
    public static ApiException answerLost(String service) {
        return new ApiException(TEMPORARILY_UNAVAILABLE, "The " + service + " service did not answer.", SOON);
    }

    /** Requests come faster than they can be taken. */
    public static ApiException overloaded(Duration retryAfter) {
        return new ApiException(
                RESOURCE_EXHAUSTED, "Too many requests are under way. Please send this one again later.", retryAfter);
    }

    /** One caller sends more than its share. */
    public static ApiException rateLimited(Duration retryAfter) {
        return new ApiException(
                RESOURCE_EXHAUSTED,
                "You have sent more requests, or more data, than one caller may. Please send this one again later.",
                retryAfter);
    }

    /** Wrong passwords came from there: no other is looked at now. */
    public static ApiException tooManyFailedLogins(Duration retryAfter) {
        return new ApiException(RESOURCE_EXHAUSTED, "Too many logins have failed. Please try again later.", retryAfter);
    }

    /** An unexpected error: the log has it, under that id. */
    public static ApiException internal(String requestId) {
        return new ApiException(INTERNAL_ERROR, "An unexpected error occurred. Request id: " + requestId);
    }
}
