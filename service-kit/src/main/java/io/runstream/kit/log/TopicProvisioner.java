package io.runstream.kit.log;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the topics that are missing. Services that start side by side may all try. */
@ApplicationScoped
public class TopicProvisioner {
    private final Map<String, Object> kafka;
    private final LogConfig config;
    private boolean ensured;

    @Inject
    TopicProvisioner(@Identifier("default-kafka-broker") Map<String, Object> kafka, LogConfig config) {
        this.kafka = kafka;
        this.config = config;
    }

    /**
     * Blocks until all topics are there. The brokers are asked until they have agreed once; whoever calls later, or meanwhile,
     * has the answer without asking again.
     *
     * @throws ConfigurationException the broker can't be reached in time, or refuses; the message is for who set it up, and
     *     ends a start without a stack trace
     */
    public synchronized void ensureTopics() {
        if (!ensured) {
            create();
            ensured = true;
        }
    }

    private void create() {
        try (Admin admin = Admin.create(adminSettings())) {
            for (var created : admin.createTopics(topics()).values().values()) {
                awaitCreation(created.toCompletionStage().toCompletableFuture());
            }
        }
    }

    /** Else it would be closed only when all that nobody waits for any more has timed out: a minute. */
    private Map<String, Object> adminSettings() {
        Map<String, Object> settings = new HashMap<>(kafka);
        int patience = (int) config.startTimeout().toMillis();
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, patience);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, patience);
        return settings;
    }

    private void awaitCreation(CompletableFuture<Void> created) {
        try {
            created.get(config.startTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw refused(Objects.requireNonNullElse(e.getCause(), e));
            }
        } catch (TimeoutException e) {
            throw new ConfigurationException("No Kafka broker answers at " + servers() + " (kafka.bootstrap.servers).");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while creating topics", e);
        }
    }

    private ConfigurationException refused(Throwable reason) {
        String message = String.valueOf(reason.getMessage());
        return switch (reason) {
            case AuthenticationException unknown ->
                new ConfigurationException(
                        "Kafka at " + servers() + " (kafka.bootstrap.servers) refuses the credentials"
                                + " (kafka.sasl.jaas.config, kafka.ssl.*): " + message);
            case RetriableException absent ->
                new ConfigurationException("No Kafka broker answers at " + servers() + " (kafka.bootstrap.servers).");
            default ->
                new ConfigurationException("Kafka at " + servers()
                        + " (kafka.bootstrap.servers) refuses to make the topics of Runstream: " + message);
        };
    }

    private String servers() {
        return String.valueOf(kafka.get("bootstrap.servers"));
    }

    private List<NewTopic> topics() {
        return List.of(
                // The log is the truth: kept whole unless an operator decides otherwise.
                new NewTopic(Topics.TRACKING, config.partitions(), config.replicationFactor()).configs(keptForEver()),
                new NewTopic(Topics.REPLIES, 1, config.replicationFactor())
                        .configs(Map.of(
                                TopicConfig.RETENTION_MS_CONFIG,
                                Long.toString(config.replyRetention().toMillis()))),
                new NewTopic(Topics.ACCESS, 1, config.replicationFactor()).configs(keptForEver()),
                new NewTopic(Topics.DEAD_LETTER, 1, config.replicationFactor()).configs(keptForEver()));
    }

    private static Map<String, String> keptForEver() {
        return Map.of(
                TopicConfig.RETENTION_MS_CONFIG,
                "-1",
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                Integer.toString(Topics.LARGEST_EVENT));
    }
}
