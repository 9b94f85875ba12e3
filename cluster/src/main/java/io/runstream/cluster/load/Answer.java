package io.runstream.cluster.load;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What came of one request.
 *
 * @param status 0 if there was no answer
 * @param body of the answer; what went wrong, if there was none
 * @param retryAfter null if the answer did not say
 */
record Answer(int status, String body, @Nullable Duration retryAfter) {
    static final int OK = 200;
    static final int TOO_MANY = 429;
    static final int UNAVAILABLE = 503;

    static Answer none(Exception failure) {
        return new Answer(0, failure.toString(), null);
    }

    boolean isSuccess() {
        return status == OK;
    }

    /** It was not taken, so it may be sent again whatever it was. */
    boolean isRefused() {
        return status == TOO_MANY;
    }

    /** It may or may not have been taken. */
    boolean leavesDoubt() {
        return status == 0 || status == UNAVAILABLE;
    }
}
