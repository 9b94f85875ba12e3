package io.runstream.ingest;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;
import java.util.Optional;

/** How long ingest waits, and how much it lets be under way. */
@ConfigMapping(prefix = "runstream.ingest")
public interface IngestConfig {
    /** How long a write waits for the log's acknowledgement. Past it: 503, and the write may or may not be in the log. */
    @WithDefault("10s")
    Duration ackTimeout();

    /** How long a command waits for its verdict. Past it: 503, and the command may still take effect. */
    @WithDefault("10s")
    Duration verdictTimeout();

    /** Commands waiting for their verdicts. More get 429. */
    @WithDefault("10000")
    int maxPendingCommands();

    /**
     * Bytes that each of the two producers (of facts, of commands) may hold before a broker has taken them. More get 429. By
     * default an eighth of the heap, and 64 MB at most, so that a log that stands still does not fill the heap.
     */
    Optional<MemorySize> producerBuffer();

    /** Where artifacts of experiments without a location of their own go. */
    @WithName("default-artifact-root")
    @WithDefault("mlflow-artifacts:")
    String defaultArtifactRoot();

    Admission admission();

    Flow flow();

    /** What is remembered of runs, experiments and models, to refuse writes to those that are deleted or never were. */
    interface Admission {
        /**
         * Runs remembered, and as many experiments and logged models. A write to another one asks the log first: some
         * milliseconds.
         */
        @WithDefault("50000")
        int maxEntries();

        /** After this long an entry is checked again, while it is still used. */
        @WithDefault("4s")
        Duration refreshAfter();

        /**
         * After this long an entry is not used before it has been checked: a deletion made through another replica is
         * noticed by then. If it can't be checked, it goes on being used: training does not stop for Postgres.
         */
        @WithDefault("8s")
        Duration expireAfter();

        /** How long a write waits for an old entry to be checked. Past it, the entry goes on being used. */
        @WithDefault("1s")
        Duration maxWait();
    }

    /** How far the log may run ahead of the projection. */
    interface Flow {
        /** Writes are slowed down when projecting what is under way would take longer than this. */
        @WithDefault("250ms")
        Duration maxLag();

        /** Bytes that may always be under way, so that a burst is not slowed down. */
        @WithDefault("1000000")
        long minWindow();

        /** Writes that may wait for their turn. More get 429. */
        @WithDefault("2000")
        int maxWaiting();

        /** How long a write waits for its turn. Past it: 429. */
        @WithDefault("2s")
        Duration maxWait();

        /** A projection that has not moved for this long has stopped, and the log takes everything until it is back. */
        @WithDefault("1s")
        Duration stalledAfter();
    }
}
