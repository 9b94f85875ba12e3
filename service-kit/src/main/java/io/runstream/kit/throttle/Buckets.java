package io.runstream.kit.throttle;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.EstimationProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * A bucket of tokens for each caller, which fills with time. One that is full is as good as none, so those that are not used
 * while they fill are forgotten, and there are never more than so many. Safe for use by several threads.
 */
public final class Buckets {
    private final Cache<String, Bucket> buckets;
    private final Bandwidth bandwidth;
    private final TimeMeter clock;

    /**
     * @param tokens what a bucket holds, at least 1
     * @param within how long an empty one takes to be full
     * @param callers the most that are remembered
     */
    public Buckets(long tokens, Duration within, int callers, TimeMeter clock) {
        this.bandwidth = Bandwidth.builder()
                .capacity(tokens)
                .refillGreedy(tokens, within)
                .build();
        this.buckets = Caffeine.newBuilder()
                .maximumSize(callers)
                .expireAfterAccess(within)
                .build();
        this.clock = clock;
    }

    /** When there will be a token; zero if there is one now. Takes none. */
    public Duration untilNext(String caller) {
        EstimationProbe probe = of(caller).estimateAbilityToConsume(1);
        return probe.canBeConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    /** Takes a token if there is one. @return when there will be one; zero if it was taken */
    public Duration take(String caller) {
        ConsumptionProbe probe = of(caller).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    /** Takes so many, at least one, whether they are there or not: then they have to come in first. */
    public void owe(String caller, long tokens) {
        of(caller).consumeIgnoringRateLimits(tokens);
    }

    private Bucket of(String caller) {
        return buckets.get(
                caller,
                absent -> Bucket.builder()
                        .addLimit(bandwidth)
                        .withCustomTimePrecision(clock)
                        .build());
    }
}
