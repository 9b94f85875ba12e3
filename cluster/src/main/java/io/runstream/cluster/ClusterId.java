package io.runstream.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.Uuid;

/** What Kafka's nodes know each other by; made once per folder. */
final class ClusterId {
    private ClusterId() {}

    static String of(Path folder) {
        Path file = folder.resolve("kafka-cluster-id");
        try {
            if (!Files.exists(file)) {
                Files.writeString(file, Uuid.randomUuid().toString());
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new ClusterException("The file " + file + " can't be used: " + e, e);
        }
    }
}
