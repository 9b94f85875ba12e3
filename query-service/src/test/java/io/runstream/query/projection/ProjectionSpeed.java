package io.runstream.query.projection;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.runstream.event.v1.DataLogged;
import io.runstream.event.v1.Param;
import io.runstream.event.v1.TrackingEvent;
import io.runstream.kit.log.Topics;
import io.runstream.query.projection.store.PgProjectionStore;
import io.vertx.mutiny.sqlclient.Pool;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * What one projector can do, by hand: records in memory, a real Postgres with fsync, no Kafka. Prints events and points
 * per second, and the CPU time of this JVM per second of it. Arguments: seconds per
 * workload (default 10), and a part of the names of those to run (default all).
 */
public final class ProjectionSpeed {
    private static final int RUNS = 100;
    private static final int BATCH_BYTES = 2 << 20;

    private final PgProjectionStore store;
    private final BatchProjector projector;
    private final SegmentMerger merger;
    private final Pool pool;
    private final String wanted;
    private final RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
    private final List<UUID> runs =
            IntStream.range(0, RUNS).mapToObj(i -> UUID.randomUUID()).toList();
    private final Map<Integer, Long> offsets;
    private long offset;

    private ProjectionSpeed(Pool pool, String wanted) {
        this.pool = pool;
        this.wanted = wanted;
        this.store = new PgProjectionStore(pool, Duration.ofMinutes(1), () -> {});
        MockProducer<byte[], byte[]> nowhere =
                new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
        this.projector = new BatchProjector(
                store,
                new DeadLetterLog(nowhere),
                new ReplyLog(new Announcements(nowhere), InstantSource.system()),
                new ProjectionMeters(new SimpleMeterRegistry(), new ProjectionProgress(), InstantSource.system()),
                new BatchTracing(OpenTelemetry.noop().getTracer("none")));
        this.merger = new SegmentMerger(store);
        this.offsets = store.offsets(Set.of(0));
    }

    public static void main(String[] args) {
        Duration time = Duration.ofSeconds(args.length > 0 ? Integer.parseInt(args[0]) : 10);
        try (ProjectionDatabase database = new ProjectionDatabase()) {
            new ProjectionSpeed(database.pool(), args.length > 1 ? args[1] : "").measureAll(time);
        }
    }

    private void measureAll(Duration time) {
        create();
        measure("log-metric, batches of 64", time, 64, this::oneMetric);
        measure("log-metric, batches of 1000", time, 1000, this::oneMetric);
        measure("log-batch of 100 metrics", time, 1_000_000, n -> metrics(100, 100));
        measure("log-batch of 1000 points, 10 metrics", time, 1_000_000, n -> metrics(1000, 10));
        measure("log-batch of 1000 metrics", time, 1_000_000, n -> metrics(1000, 1000));
        measure("set-tag, batches of 64", time, 64, n -> Events.tagged(run(), Events.tag("tag" + n % 5, "value" + n)));
        measure("create run, batches of 64", time, 64, n -> Events.runCreated(UUID.randomUUID()));
        measure("10 params, batches of 32", time, 32, this::tenParams);
    }

    private UUID run() {
        return runs.get(random.nextInt(RUNS));
    }

    private TrackingEvent.Builder oneMetric(int n) {
        return Events.logged(run(), Events.metric("metric" + n % 20, random.nextDouble(), 1_700_000_000_000L + n, n));
    }

    private TrackingEvent.Builder metrics(int points, int keys) {
        DataLogged.Builder logged = DataLogged.newBuilder().setRunId(Events.id(run()));
        for (int i = 0; i < points; i++) {
            logged.addMetrics(Events.metric(
                    "metric/" + i % keys, random.nextDouble(), 1_700_000_000_000L + offset, offset * points + i));
        }
        return Events.event().setDataLogged(logged);
    }

    private TrackingEvent.Builder tenParams(int n) {
        return Events.params(
                run(),
                IntStream.range(0, 10)
                        .mapToObj(i -> Events.param("param" + offset + "." + i, "value" + i))
                        .toArray(Param[]::new));
    }

    private void create() {
        List<ConsumerRecord<byte[], byte[]>> created = new ArrayList<>();
        runs.forEach(run -> created.add(record(Events.runCreated(run))));
        project(created);
    }

    private void measure(String name, Duration time, int batchRecords, IntFunction<TrackingEvent.Builder> events) {
        if (!name.contains(wanted)) {
            return;
        }
        List<List<ConsumerRecord<byte[], byte[]>>> batches = new ArrayList<>();
        long events0 = 0;
        long points = 0;
        double seconds = 0;
        long cpu = 0;
        long worst = 0;
        long postgres = 0;
        while (seconds < time.toSeconds()) {
            batches.clear();
            long made = 0;
            for (int b = 0; b < 32 && made < 40_000_000; b++) {
                List<ConsumerRecord<byte[], byte[]>> batch = new ArrayList<>();
                long bytes = 0;
                while (batch.size() < batchRecords && bytes < BATCH_BYTES) {
                    TrackingEvent.Builder event = events.apply(batch.size());
                    points += event.getDataLogged().getMetricsCount();
                    ConsumerRecord<byte[], byte[]> record = record(event);
                    bytes += record.value().length;
                    batch.add(record);
                }
                made += bytes;
                events0 += batch.size();
                batches.add(batch);
            }
            long cpu0 = cpuNanos();
            long postgres0 = postgresNanos();
            long start = System.nanoTime();
            for (List<ConsumerRecord<byte[], byte[]>> batch : batches) {
                long begin = System.nanoTime();
                project(batch);
                worst = Math.max(worst, System.nanoTime() - begin);
            }
            seconds += (System.nanoTime() - start) / 1e9;
            cpu += cpuNanos() - cpu0;
            postgres += postgresNanos() - postgres0;
        }
        System.out.printf(
                "%-38s %,8.0f events/s %,11.0f points/s; slowest batch %,d ms; per event %.1f us of CPU here, %.1f us in"
                        + " Postgres%n",
                name,
                events0 / seconds,
                points / seconds,
                worst / 1_000_000,
                cpu / 1e3 / events0,
                postgres / 1e3 / events0);
    }

    private void project(List<ConsumerRecord<byte[], byte[]>> batch) {
        projector.project(batch, offsets, (next, due) -> {
            offsets.putAll(next);
            merger.add(due);
        });
        merger.mergeSome(offsets);
    }

    private ConsumerRecord<byte[], byte[]> record(TrackingEvent.Builder event) {
        String run = event.hasRunCreated()
                ? event.getRunCreated().getRunId()
                : event.hasLogParams()
                        ? event.getLogParams().getRunId()
                        : event.getDataLogged().getRunId();
        return new ConsumerRecord<>(
                Topics.TRACKING,
                0,
                offset++,
                run.getBytes(StandardCharsets.US_ASCII),
                event.build().toByteArray());
    }

    /** CPU time of the backends, where there is a /proc to ask. */
    private long postgresNanos() {
        long ticks = 0;
        for (var row : pool.query("SELECT pid FROM pg_stat_activity WHERE datname = current_database()")
                .executeAndAwait()) {
            try {
                String[] stat = Files.readString(Path.of("/proc/" + row.getInteger(0) + "/stat"))
                        .split(" ");
                ticks += Long.parseLong(stat[13]) + Long.parseLong(stat[14]);
            } catch (IOException e) {
                return 0;
            }
        }
        return ticks * 10_000_000;
    }

    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
