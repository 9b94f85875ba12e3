package io.runstream.error;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request is refused, in MLflow's words. Made by the factories of this package, which are the only place where message
 * texts stand; thrown anywhere on the way, answered by the HTTP edge.
 *
 * <p>Carries no stack trace: it describes the caller's mistake or the system's momentary state, not a defect.
 */
public final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final @Nullable Duration retryAfter;

    public ApiException(ErrorCode code, String message) {
        this(code, message, null);
    }

    /** @param retryAfter when the same request may succeed, for the header {@code Retry-After}; null leaves it out */
    public ApiException(ErrorCode code, String message, @Nullable Duration retryAfter) {
        super(Objects.requireNonNull(message), null, false, false);
        this.code = Objects.requireNonNull(code);
        this.retryAfter = retryAfter;
    }

    public ErrorCode code() {
        return code;
    }

    public String message() {
        return Objects.requireNonNull(getMessage());
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
