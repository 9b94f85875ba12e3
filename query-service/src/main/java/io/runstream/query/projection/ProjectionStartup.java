package io.runstream.query.projection;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Tracer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.runstream.kit.log.TopicProvisioner;
import io.smallrye.common.annotation.Identifier;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the projection with the application, after the schema is migrated. */
@ApplicationScoped
public class ProjectionStartup {
    private static final Logger LOG = LoggerFactory.getLogger(ProjectionStartup.class);

    private final ProjectionConfig config;
    private final TopicProvisioner topics;
    private final Map<String, Object> kafka;
    private final Pool pool;
    private final ProjectionProgress progress;
    private final MeterRegistry registry;
    private final Tracer tracer;
    private final Replay replay;
    private final CatchUp catchUp;
    private volatile @Nullable ProjectionRunner runner;

    @Inject
    ProjectionStartup(
            ProjectionConfig config,
            TopicProvisioner topics,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            Pool pool,
            ProjectionProgress progress,
            MeterRegistry registry,
            Tracer tracer,
            Replay replay,
            CatchUp catchUp) {
        this.config = config;
        this.topics = topics;
        this.kafka = kafka;
        this.pool = pool;
        this.progress = progress;
        this.registry = registry;
        this.tracer = tracer;
        this.replay = replay;
        this.catchUp = catchUp;
    }

    void start(@Observes StartupEvent event) {
        if (!config.enabled()) {
            return;
        }
        topics.ensureTopics();
        if (config.replay()) {
            replay.empty();
        }
        ProjectionRunner starting =
                new ProjectionRunner(config, new ProjectionClients(kafka, config), pool, progress, registry, tracer);
        starting.start();
        runner = starting;
        if (config.replay()) {
            Thread.ofVirtual().name("replay-progress").start(this::reportReplay);
        }
    }

    private void reportReplay() {
        try {
            catchUp.await(line -> LOG.info("Replay: {}", line));
            LOG.info("The replay is complete");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the projectors of this process do their work, or try to; also where there are none by configuration. */
    boolean isAlive() {
        ProjectionRunner running = runner;
        return running == null || running.isAlive();
    }

    void stop(@Observes ShutdownEvent event) {
        ProjectionRunner running = runner;
        if (running != null) {
            running.close();
        }
    }
}
