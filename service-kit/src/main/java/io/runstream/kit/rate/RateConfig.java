package io.runstream.kit.rate;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How much one caller may have of this process: each name, or each address (of IPv6 each /64 network) where there is none.
 * Every replica counts for itself.
 */
@ConfigMapping(prefix = "runstream.rate")
public interface RateConfig {
    /** Requests per second of one caller, on average. More: 429 with {@code Retry-After}. Absent: no limit. */
    OptionalInt requestsPerSecond();

    /** Bytes per second of one caller, on average, of requests and answers together. Absent: no limit. */
    Optional<MemorySize> bytesPerSecond();

    /** How long a caller may save up: so many seconds' worth may come at once after a pause. */
    @WithDefault("10s")
    Duration burst();

    /** Callers that are remembered. With more, those that have been quiet for longest start anew. */
    @WithDefault("10000")
    int callers();
}
