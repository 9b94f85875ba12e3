package io.runstream.kit.rate;

import io.github.bucket4j.TimeMeter;
import io.quarkus.runtime.configuration.MemorySize;
import io.runstream.kit.throttle.Buckets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Requests and bytes of each caller. Safe for use by several threads. */
final class RateLimit {
    private final @Nullable Buckets requests;
    private final @Nullable Buckets bytes;

    RateLimit(RateConfig config, TimeMeter clock) {
        Duration burst = config.burst();
        this.requests = config.requestsPerSecond().isPresent()
                ? buckets(config.requestsPerSecond().getAsInt(), burst, config.callers(), clock)
                : null;
        this.bytes = config.bytesPerSecond()
                .map(MemorySize::asLongValue)
                .map(perSecond -> buckets(perSecond, burst, config.callers(), clock))
                .orElse(null);
    }

    private static Buckets buckets(long perSecond, Duration burst, int callers, TimeMeter clock) {
        long tokens = Math.max(1, perSecond * burst.toMillis() / 1000);
        return new Buckets(tokens, burst, callers, clock);
    }

    boolean isOff() {
        return requests == null && bytes == null;
    }

    /** Takes the request into account, if it may come. @return zero if it may, else when it may */
    Duration ask(String caller) {
        Duration wait = bytes == null ? Duration.ZERO : bytes.untilNext(caller);
        return wait.isZero() && requests != null ? requests.take(caller) : wait;
    }

    /** How large a request was, and its answer, is known when both are over: who took more than there was waits afterwards. */
    void spent(String caller, long count) {
        if (bytes != null && count > 0) {
            bytes.owe(caller, count);
        }
    }
}
