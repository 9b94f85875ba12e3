package io.runstream.kit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.runstream.testkit.TestKafka;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

class TopicProvisionerTest {
    /** Nobody listens there. */
    private static final String ABSENT = "127.0.0.1:1";

    private final Map<String, Object> kafka = new HashMap<>();
    private final TopicProvisioner topics = new TopicProvisioner(kafka, config());

    @Test
    void asksTheBrokersOncePerProcess() throws Exception {
        // Given
        kafka.put("bootstrap.servers", TestKafka.shared().bootstrapServers());
        topics.ensureTopics();
        // When
        kafka.put("bootstrap.servers", ABSENT);
        topics.ensureTopics();
        // Then
        assertThat(topicNames()).contains(Topics.TRACKING, Topics.REPLIES, Topics.ACCESS, Topics.DEAD_LETTER);
    }

    @Test
    void asksAgainAfterAnAttemptThatFailed() {
        // Given
        kafka.put("bootstrap.servers", ABSENT);
        assertThatThrownBy(topics::ensureTopics)
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("No Kafka broker answers at 127.0.0.1:1 (kafka.bootstrap.servers).");
        // When
        assertThatThrownBy(topics::ensureTopics)
                // Then
                .isInstanceOf(ConfigurationException.class);
    }

    private static Set<String> topicNames() throws Exception {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", TestKafka.shared().bootstrapServers()))) {
            return admin.listTopics().names().get();
        }
    }

    private static LogConfig config() {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(LogConfig.class)
                .withDefaultValue("runstream.log.start-timeout", "1s")
                .build()
                .getConfigMapping(LogConfig.class);
    }
}
