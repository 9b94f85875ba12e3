package io.runstream.transfer.log;

import io.runstream.transfer.TransferException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/** The topics of the cluster that events go to. */
final class TargetTopics {
    /** Beside key and value a record has its header, and a batch its own. */
    private static final int FRAMING = 512;

    private final KafkaClients kafka;
    private final Map<String, Integer> partitions;

    private TargetTopics(KafkaClients kafka, Map<String, Integer> partitions) {
        this.kafka = kafka;
        this.partitions = partitions;
    }

    /** @throws TransferException one of them does not exist, or Kafka does not answer */
    static TargetTopics of(KafkaClients kafka, Collection<String> topics) {
        try (Admin admin = kafka.admin()) {
            Set<String> there = kafka.ask(admin.listTopics().names());
            for (String topic : topics) {
                if (!there.contains(topic)) {
                    throw missing(kafka, topic);
                }
            }
            Map<String, Integer> partitions =
                    kafka.ask(admin.describeTopics(topics).allTopicNames()).entrySet().stream()
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey,
                                    topic -> topic.getValue().partitions().size()));
            return new TargetTopics(kafka, partitions);
        }
    }

    private static TransferException missing(KafkaClients kafka, String topic) {
        String how = topic.equals(TransferTopics.ACCESS)
                ? "The archive has users and permissions: start the services with authentication on once, or leave them out"
                        + " (--without-access)."
                : "Start the services once: they make it, with the partitions and replicas that you configure.";
        return TransferException.failed("Kafka at " + kafka.bootstrapServers() + " has no topic " + topic + ". " + how);
    }

    int partitions(String topic) {
        return partitions.getOrDefault(topic, 0);
    }

    /**
     * A record that is refused on the way leaves a gap, so it is not sent.
     *
     * @param largest bytes of the topic's largest record in the archive
     * @throws TransferException it does not fit
     */
    void requireRoom(String topic, int largest) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try (Admin admin = kafka.admin()) {
            for (Config config :
                    kafka.ask(admin.describeConfigs(List.of(resource)).all()).values()) {
                ConfigEntry limit = config.get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG);
                if (limit != null && largest + FRAMING > Long.parseLong(limit.value())) {
                    throw TransferException.failed(
                            ("The topic %s takes %s bytes at a time, and the archive's largest event"
                                            + " has %,d: raise its max.message.bytes.")
                                    .formatted(topic, limit.value(), largest));
                }
            }
        }
    }
}
