package io.runstream.query.projection;

import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Builds the tables anew from the log. Reads answered meanwhile see a part of it. Projectors that run, in this process
 * or another, notice that they were set back, and begin again.
 */
@ApplicationScoped
public class Replay {
    private static final Logger LOG = LoggerFactory.getLogger(Replay.class);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** The offsets first, as projectors do: whoever comes second waits, and nobody waits for each other. */
    private static final String EMPTY = """
            TRUNCATE projection_offset, experiment, experiment_tag, run, metric_latest, metric_segment, dataset,
                     run_dataset, run_model_input, run_model_output, logged_model, logged_model_metric,
                     registered_model, model_version, idempotent_answer""";

    private final Pool pool;

    @Inject
    Replay(Pool pool) {
        this.pool = pool;
    }

    /** Removes every row that the projection has written, in one transaction. Blocks. */
    public void empty() {
        pool.query(EMPTY).execute().await().atMost(PATIENCE);
        LOG.info("The tables are empty; projecting the log from its beginning");
    }
}
