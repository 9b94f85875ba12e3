package io.runstream.bench.http;

import java.time.Duration;

/**
 * What came back for one request.
 *
 * @param retryAfter what the header Retry-After asks for; one second if it is absent
 * @param excerpt the beginning of the body of an answer that is no success, for a human to read; else empty
 */
public record Response(int status, Duration retryAfter, String excerpt) {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;

    public boolean succeeded() {
        return status >= 200 && status < 300;
    }

    /** The server asks for the same request again, later. */
    public boolean pushedBack() {
        return status == TOO_MANY_REQUESTS;
    }

    /** The server could not say what became of the request and asks for it again, later. */
    public boolean unavailable() {
        return status == UNAVAILABLE;
    }
}
