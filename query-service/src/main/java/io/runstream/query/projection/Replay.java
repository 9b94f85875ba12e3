package io.runstream.query.projection;

import io.smallrye.common.annotation.Identifier;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Builds the tables anew from the log. Reads answered meanwhile see a part of it. Projectors that run, in this process
 * or another, notice that they were set back, and begin again.
 */
@ApplicationScoped
public class Replay {
    private static final Logger LOG = LoggerFactory.getLogger(Replay.class);
    private static final Duration REPORTED_EVERY = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** The offsets first, as projectors do: whoever comes second waits, and nobody waits for each other. */
    private static final String EMPTY = """
            TRUNCATE projection_offset, experiment, experiment_tag, run, param, run_tag, metric_latest, metric_segment,
                     dataset, run_dataset, run_model_input, run_model_output, idempotent_answer""";

    private final Pool pool;
    private final Map<String, Object> kafka;

    @Inject
    Replay(Pool pool, @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.pool = pool;
        this.kafka = kafka;
    }

    /** Removes every row that the projection has written, in one transaction. Blocks. */
    public void empty() {
        pool.query(EMPTY).execute().await().atMost(PATIENCE);
        LOG.info("The tables are empty; projecting the log from its beginning");
    }

    /**
     * Blocks until everything that was in the log when it was called is projected.
     *
     * @param listener told about once a second, and of the end
     * @throws InterruptedException if the thread is to stop before
     */
    public void await(Consumer<ReplayProgress> listener) throws InterruptedException {
        ReplayTarget target = target();
        long start = System.nanoTime();
        ReplayProgress progress;
        do {
            Thread.sleep(REPORTED_EVERY);
            long done = target.doneOf(nextOffsets());
            progress = new ReplayProgress(done, target.total(), Duration.ofNanos(System.nanoTime() - start));
            listener.accept(progress);
        } while (!progress.isComplete());
    }

    private ReplayTarget target() throws InterruptedException {
        try (Admin admin = Admin.create(kafka)) {
            return ReplayTarget.of(admin);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka does not tell how long the log is", e.getCause());
        }
    }

    private Map<Integer, Long> nextOffsets() {
        Map<Integer, Long> offsets = new HashMap<>();
        pool.query("SELECT partition, next_offset FROM projection_offset")
                .execute()
                .await()
                .atMost(PATIENCE)
                .forEach(row -> offsets.put(row.getInteger(0), row.getLong(1)));
        return offsets;
    }
}
