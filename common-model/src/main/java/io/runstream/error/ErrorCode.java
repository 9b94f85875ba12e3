package io.runstream.error;

import org.jspecify.annotations.Nullable;

/**
 * MLflow's error codes that Runstream answers with, and the HTTP status that goes with each.
 *
 * <p>Source: {@code mlflow/exceptions.py} and {@code mlflow/error_classification.py} of MLflow 3.17.2. The official
 * clients retry on 408, 429 and every 5xx, so a code with such a status means "the same request may succeed later".
 */
public enum ErrorCode {
    INVALID_PARAMETER_VALUE(400, "KAM00", "INVALID_PARAMETER_VALUE"),
    BAD_REQUEST(400, "KAM00", "INVALID_PARAMETER_VALUE"),
    RESOURCE_ALREADY_EXISTS(400, "KAM00", "RESOURCE_ALREADY_EXISTS"),
    UNAUTHENTICATED(401, null, null),
    PERMISSION_DENIED(403, "KAM00", "PERMISSION_DENIED"),
    RESOURCE_DOES_NOT_EXIST(404, "KAM00", "RESOURCE_NOT_FOUND"),
    ENDPOINT_NOT_FOUND(404, "KAM00", "RESOURCE_NOT_FOUND"),
    RESOURCE_EXHAUSTED(429, null, null),
    INTERNAL_ERROR(500, "XXM00", "CLIENT_INTERNAL_ERROR"),
    INVALID_STATE(500, "XXM00", "CLIENT_INTERNAL_ERROR"),
    NOT_IMPLEMENTED(501, null, null),
    TEMPORARILY_UNAVAILABLE(503, "XXM00", "CLIENT_INTERNAL_ERROR");

    private final int httpStatus;
    private final @Nullable String sqlState;
    private final @Nullable String errorClass;

    ErrorCode(int httpStatus, @Nullable String sqlState, @Nullable String errorClass) {
        this.httpStatus = httpStatus;
        this.sqlState = sqlState;
        this.errorClass = errorClass;
    }

    public int httpStatus() {
        return httpStatus;
    }

    /** The field {@code sqlstate} of an error body; null where MLflow sends none. */
    public @Nullable String sqlState() {
        return sqlState;
    }

    /** The field {@code error_class} of an error body; null where MLflow sends none. */
    public @Nullable String errorClass() {
        return errorClass;
    }
}
