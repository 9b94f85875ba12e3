package io.runstream.ingest.log;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.Metric;

/** What operators see of the way to the log and back. */
@Startup
@ApplicationScoped
class LogMeters {
    private static final String BYTES = "bytes";

    private final MeterRegistry registry;

    @Inject
    LogMeters(Producers producers, PendingCommands pending, MeterRegistry registry) {
        this.registry = registry;
        Gauge.builder("runstream.ingest.commands.pending", pending, PendingCommands::size)
                .description("Commands that wait for a projector's verdict")
                .register(registry);
        buffer("facts", producers.facts());
        buffer("commands", producers.commands());
    }

    private void buffer(String kind, Producer<byte[], byte[]> producer) {
        Metric total = metric(producer, "buffer-total-bytes");
        Metric available = metric(producer, "buffer-available-bytes");
        Gauge.builder("runstream.ingest.buffer.used", () -> number(total) - number(available))
                .description("What the brokers have not taken yet")
                .baseUnit(BYTES)
                .tag("producer", kind)
                .register(registry);
        Gauge.builder("runstream.ingest.buffer.size", () -> number(total))
                .description("What may wait for the brokers before writes are refused")
                .baseUnit(BYTES)
                .tag("producer", kind)
                .register(registry);
    }

    private static Metric metric(Producer<byte[], byte[]> producer, String name) {
        return producer.metrics().entrySet().stream()
                .filter(metric -> metric.getKey().name().equals(name))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private static double number(Metric metric) {
        return ((Number) metric.metricValue()).doubleValue();
    }
}
