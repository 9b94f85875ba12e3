package io.runstream.testkit;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** The broker that all tests of this JVM share. */
public final class TestKafka {
    private static final Duration PAUSE = Duration.ofMillis(10);

    private final String bootstrapServers;

    private TestKafka(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** The broker; it starts with the first who asks. */
    public static TestKafka shared() {
        return new TestKafka(SharedBackends.kafkaBootstrapServers());
    }

    /** {@code host:port} for clients. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Makes an empty topic that nobody else knows, and returns its name: the prefix and something random. */
    public String createTopic(String prefix, int partitions) {
        String name = prefix + "." + UUID.randomUUID();
        createTopicNamed(name, partitions);
        return name;
    }

    /** Makes an empty topic of just that name; it must not exist. */
    public void createTopicNamed(String name, int partitions) {
        withAdmin(admin -> admin.createTopics(List.of(new NewTopic(name, Optional.of(partitions), Optional.empty())))
                .all()
                .get());
    }

    /** Removes every topic but Kafka's own: for an application whose topics have fixed names. Returns when they are gone. */
    public void deleteAllTopics() {
        withAdmin(admin -> {
            Set<String> names = admin.listTopics().names().get();
            admin.deleteTopics(names).all().get();
            // The broker answers when the deletion is in its log, a moment before it has read it there itself.
            while (!Collections.disjoint(admin.listTopics().names().get(), names)) {
                Thread.sleep(PAUSE);
            }
        });
    }

    private void withAdmin(AdminAction action) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            action.run(admin);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The test broker refused", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private interface AdminAction {
        void run(Admin admin) throws ExecutionException, InterruptedException;
    }
}
