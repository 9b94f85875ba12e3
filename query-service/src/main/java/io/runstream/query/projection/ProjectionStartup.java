package io.runstream.query.projection;

import io.micrometer.core.instrument.MeterRegistry;
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

/** Starts the projection with the application, after the schema is migrated. */
@ApplicationScoped
public class ProjectionStartup {
    private final ProjectionConfig config;
    private final TopicProvisioner topics;
    private final Map<String, Object> kafka;
    private final Pool pool;
    private final ProjectionProgress progress;
    private final MeterRegistry registry;
    private @Nullable ProjectionRunner runner;

    @Inject
    ProjectionStartup(
            ProjectionConfig config,
            TopicProvisioner topics,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            Pool pool,
            ProjectionProgress progress,
            MeterRegistry registry) {
        this.config = config;
        this.topics = topics;
        this.kafka = kafka;
        this.pool = pool;
        this.progress = progress;
        this.registry = registry;
    }

    void start(@Observes StartupEvent event) {
        if (!config.enabled()) {
            return;
        }
        topics.ensureTopics();
        runner = new ProjectionRunner(config, new ProjectionClients(kafka, config), pool, progress, registry);
        runner.start();
    }

    void stop(@Observes ShutdownEvent event) {
        if (runner != null) {
            runner.close();
        }
    }
}
