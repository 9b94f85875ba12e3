package io.runstream.query.consistency;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long reads wait in order to see what was written before them. */
@ConfigMapping(prefix = "runstream.read")
public interface ReadConfig {
    /**
     * How long a read waits for the projection. Past it the answer is given from what is there, with the header
     * {@code Runstream-Lag}.
     */
    @WithDefault("5s")
    Duration maxWait();

    /** How long Kafka may take to say where the log ends. Past it reads don't wait, and {@code Runstream-Lag} is unknown. */
    @WithDefault("1s")
    Duration logTimeout();

    /** How often Postgres is asked how far other replicas are, while somebody waits on a partition of theirs. */
    @WithDefault("5ms")
    Duration pollInterval();

    /** How many reads may wait at once. One more is answered 429. */
    @WithDefault("20000")
    int maxWaiting();
}
