package io.runstream.query.projection;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The projection of the tracking topic into Postgres. */
@ConfigMapping(prefix = "runstream.projection")
public interface ProjectionConfig {
    /** Whether this process projects at all. Without it, it answers reads from what others project. */
    @WithDefault("true")
    boolean enabled();

    /**
     * The Kafka consumer group of all projectors that fill the same database. A second database, filled from the same
     * topic, needs a group of its own.
     */
    @WithDefault("runstream-projection")
    String group();

    /**
     * Projectors in this process, each with a thread and a Postgres connection of its own. More than the topic has
     * partitions stay idle; more than there are idle cores only cost.
     */
    @WithDefault("1")
    int consumers();

    /** Most records of one transaction. */
    @WithDefault("10000")
    int batchRecords();

    /**
     * Most bytes of records in one transaction, but for a single larger record. About 40 bytes are one metric point. A
     * larger batch projects more points per second; every command and every reader behind it waits longer.
     */
    @WithDefault("2M")
    MemorySize batchSize();

    /** Most bytes of records fetched ahead of the batch that is being written, per projector. */
    @WithDefault("16M")
    MemorySize fetchSize();

    /**
     * How long facts may gather for one transaction while they come in crowds. More of them per transaction cost less each,
     * and readers see them that much later. Not while commands come: their senders wait.
     */
    @WithDefault("5ms")
    Duration gatherFacts();

    /** How often, at most, a partition's progress is published while it lags. */
    @WithDefault("50ms")
    Duration progressInterval();

    /** Longest pause between tries while Postgres or Kafka is not available. */
    @WithDefault("5s")
    Duration maxBackoff();

    /** After how long without an answer Postgres counts as unavailable. Longer than any batch takes. */
    @WithDefault("60s")
    Duration statementTimeout();

    /** After how long a projector that died loses its partitions to others. Not less than the broker allows. */
    @WithDefault("10s")
    Duration sessionTimeout();

    /**
     * A name that this process keeps over restarts and no other has: it gets its partitions back at once after it was
     * killed, instead of after the session timeout. Without it, a restart is a new member of the group.
     */
    Optional<String> instanceId();

    /** Rebuild: empties the tables at start and projects the topic from its beginning. */
    @WithDefault("false")
    boolean replay();
}
