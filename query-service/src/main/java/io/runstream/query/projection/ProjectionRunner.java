package io.runstream.query.projection;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Tracer;
import io.runstream.query.projection.store.PgProjectionStore;
import io.runstream.query.projection.store.ProjectionStore;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;

/** Puts the projectors of this process together, starts and stops them. */
final class ProjectionRunner implements AutoCloseable {
    private final ProjectionConfig config;
    private final ProjectionClients clients;
    private final Pool pool;
    private final ProjectionProgress progress;
    private final ProjectionMeters meters;
    private final BatchTracing tracing;
    private final Producer<byte[], byte[]> producer;
    private final Announcements announcements;
    private final List<ProjectorThread> threads;

    ProjectionRunner(
            ProjectionConfig config,
            ProjectionClients clients,
            Pool pool,
            ProjectionProgress progress,
            MeterRegistry registry,
            Tracer tracer) {
        this.config = config;
        this.clients = clients;
        this.pool = pool;
        this.progress = progress;
        this.tracing = new BatchTracing(tracer);
        this.meters = new ProjectionMeters(registry, progress, InstantSource.system());
        this.producer = clients.producer();
        this.announcements = new Announcements(producer);
        this.threads = IntStream.range(0, config.consumers())
                .mapToObj(
                        number -> new ProjectorThread("projector-" + number, () -> member(number), config.maxBackoff()))
                .toList();
    }

    void start() {
        threads.forEach(ProjectorThread::start);
    }

    /** Whether none of its projectors has died. */
    boolean isAlive() {
        return threads.stream().allMatch(ProjectorThread::isAlive);
    }

    private ProjectorMember member(int number) {
        Consumer<byte[], byte[]> consumer = clients.consumer(number);
        ProjectionStore store = new PgProjectionStore(pool, config.statementTimeout(), progress::doubted);
        BatchProjector batches = new BatchProjector(
                store,
                new DeadLetterLog(producer),
                new ReplyLog(announcements, InstantSource.system()),
                meters,
                tracing);
        Projector projector = new Projector(
                consumer,
                new RecordSource(consumer, config.gatherFacts()),
                store,
                batches,
                new BatchSlicer(config.batchRecords(), config.batchSize().asLongValue()),
                progress,
                new ProgressLog(announcements, config.progressInterval(), System::nanoTime),
                new Outage(config.maxBackoff()));
        return new ProjectorMember(projector, consumer, store);
    }

    @Override
    public void close() {
        threads.forEach(ProjectorThread::close);
        producer.close();
    }
}
