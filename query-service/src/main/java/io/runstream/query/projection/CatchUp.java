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

/** Waits for the projection to get through the log: after a start, or while the tables are built anew. */
@ApplicationScoped
public class CatchUp {
    private static final Duration REPORTED_EVERY = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Pool pool;
    private final Map<String, Object> kafka;

    @Inject
    CatchUp(Pool pool, @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.pool = pool;
        this.kafka = kafka;
    }

    /**
     * Blocks until everything that was in the log when it was called is projected.
     *
     * @param listener told how far it is: at once, then about once a second, and of the end
     * @throws InterruptedException if the thread is to stop before
     */
    public void await(Consumer<CatchUpProgress> listener) throws InterruptedException {
        CatchUpTarget target = target();
        long start = System.nanoTime();
        while (true) {
            long done = target.doneOf(nextOffsets());
            Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
            CatchUpProgress progress = new CatchUpProgress(done, target.total(), elapsed);
            listener.accept(progress);
            if (progress.isComplete()) {
                return;
            }
            Thread.sleep(REPORTED_EVERY);
        }
    }

    private CatchUpTarget target() throws InterruptedException {
        try (Admin admin = Admin.create(kafka)) {
            return CatchUpTarget.of(admin);
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
