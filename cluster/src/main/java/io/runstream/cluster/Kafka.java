package io.runstream.cluster;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/** Whether the brokers have found each other. */
final class Kafka {
    private static final Duration PAUSE = Duration.ofMillis(100);

    private Kafka() {}

    /** @throws ClusterException they have not, in that time */
    static void awaitNodes(String bootstrapServers, int count, Duration patience) throws InterruptedException {
        long giveUpAt = System.nanoTime() + patience.toNanos();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            while (nodes(admin) < count) {
                if (System.nanoTime() - giveUpAt >= 0) {
                    throw new ClusterException(
                            "Kafka has not " + count + " brokers after " + patience.toSeconds() + " s.");
                }
                Thread.sleep(PAUSE);
            }
        }
    }

    private static int nodes(Admin admin) throws InterruptedException {
        try {
            return admin.describeCluster().nodes().get().size();
        } catch (ExecutionException e) {
            return 0;
        }
    }
}
