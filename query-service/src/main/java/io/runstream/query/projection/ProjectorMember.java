package io.runstream.query.projection;

import io.runstream.query.projection.store.ProjectionStore;
import org.apache.kafka.clients.consumer.Consumer;

/** A projector and what it alone uses. */
record ProjectorMember(Projector projector, Consumer<byte[], byte[]> consumer, ProjectionStore store)
        implements AutoCloseable {
    @Override
    public void close() {
        try (store) {
            consumer.close();
        }
    }
}
