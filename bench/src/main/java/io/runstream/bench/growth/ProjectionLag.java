package io.runstream.bench.growth;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** How far the tables are behind the log: offsets at the broker less offsets in Postgres. */
final class ProjectionLag implements AutoCloseable {
    private static final String TRACKING = "runstream.tracking";

    private static final Duration PAUSE = Duration.ofMillis(5);

    private final Admin admin;
    private final Tables tables;

    ProjectionLag(String bootstrapServers, Tables tables) {
        this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
        this.tables = tables;
    }

    /** Records of all partitions that are not projected yet. */
    long records() {
        Map<Integer, Long> projected = tables.offsets();
        long behind = 0;
        for (Map.Entry<Integer, Long> end : ends(projected).entrySet()) {
            behind += Math.max(0, end.getValue() - projected.getOrDefault(end.getKey(), 0L));
        }
        return behind;
    }

    /** Returns when all that is in the log now is projected. */
    void awaitNone() {
        while (records() > 0) {
            Pause.of(PAUSE);
        }
    }

    private Map<Integer, Long> ends(Map<Integer, Long> partitions) {
        Map<TopicPartition, OffsetSpec> asked = partitions.keySet().stream()
                .collect(Collectors.toMap(
                        number -> new TopicPartition(TRACKING, number), number -> OffsetSpec.latest()));
        try {
            Map<Integer, Long> ends = new HashMap<>();
            admin.listOffsets(asked)
                    .all()
                    .get()
                    .forEach((partition, end) -> ends.put(partition.partition(), end.offset()));
            return ends;
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
