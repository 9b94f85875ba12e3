package io.runstream.artifact.s3;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.function.ToDoubleFunction;

/** What operators see of uploads that are held in memory. */
@Singleton
final class UploadMeters {
    private final MeterRegistry registry;

    UploadMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** @param bucket one that the configuration names, so there are few */
    void observe(String bucket, UploadSlots slots) {
        gauge("buffered", "Uploads of unknown length that hold a part in memory", bucket, slots, UploadSlots::taken);
        gauge("waiting", "Uploads of unknown length that wait for others to end", bucket, slots, UploadSlots::waiting);
    }

    private void gauge(
            String name, String description, String bucket, UploadSlots slots, ToDoubleFunction<UploadSlots> value) {
        Gauge.builder("runstream.artifact.uploads." + name, slots, value)
                .description(description)
                .tag("bucket", bucket)
                .register(registry);
    }
}
