package io.runstream.kit.log;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The event log. Where it is, is said by Quarkus' own {@code kafka.bootstrap.servers}. */
@ConfigMapping(prefix = "runstream.log")
public interface LogConfig {
    /**
     * Partitions of the tracking topic, when Runstream creates it. Bounds how many projectors can work side by side.
     * Can't be changed later: the order of events with one key would be lost.
     */
    @WithDefault("8")
    int partitions();

    /** Copies of each record, when Runstream creates the topics; -1 leaves it to the broker's default. */
    @WithDefault("-1")
    short replicationFactor();

    /** How long a verdict may be read: longer than any request waits for one. */
    @WithDefault("1h")
    Duration replyRetention();

    /** How long a service that starts waits for the broker before it gives up. */
    @WithDefault("30s")
    Duration startTimeout();
}
