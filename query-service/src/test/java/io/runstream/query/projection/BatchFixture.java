package io.runstream.query.projection;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.runstream.query.projection.fold.RunKey;
import io.runstream.query.projection.store.PgProjectionStore;
import io.runstream.query.projection.store.ProjectionStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** One projector without Kafka: records in, rows of a real Postgres and sent records out. */
final class BatchFixture implements AutoCloseable {
    private final ProjectionStore store;
    private final BatchProjector projector;
    private final Map<Integer, Long> offsets = new HashMap<>();
    private final Set<RunKey> due = new LinkedHashSet<>();

    final MockProducer<byte[], byte[]> sent =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    BatchFixture(ProjectionDatabase database, Set<Integer> partitions) {
        this.store = new PgProjectionStore(database.pool(), Duration.ofMinutes(1), () -> {});
        this.projector = new BatchProjector(
                store,
                new DeadLetterLog(sent),
                new ReplyLog(new Announcements(sent), InstantSource.system()),
                new ProjectionMeters(meters, new ProjectionProgress(), InstantSource.system()),
                new BatchTracing(OpenTelemetry.noop().getTracer("none")));
        this.offsets.putAll(store.offsets(partitions));
    }

    Map<Integer, Long> offsets() {
        return offsets;
    }

    Set<RunKey> due() {
        return due;
    }

    void project(List<ConsumerRecord<byte[], byte[]>> records) {
        projector.project(records, offsets, (next, series) -> {
            offsets.putAll(next);
            due.addAll(series);
        });
    }

    void mergeDue() {
        if (!due.isEmpty()) {
            store.merge(List.copyOf(due), offsets);
            due.clear();
        }
    }

    /** Each record in a transaction of its own, merging whenever something is due. */
    void projectOneByOne(List<ConsumerRecord<byte[], byte[]>> records) {
        for (ConsumerRecord<byte[], byte[]> record : records) {
            project(new ArrayList<>(List.of(record)));
            mergeDue();
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
