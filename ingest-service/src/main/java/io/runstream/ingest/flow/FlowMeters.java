package io.runstream.ingest.flow;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.ToDoubleFunction;

/** What operators see of the window in front of the log. */
@Startup
@ApplicationScoped
class FlowMeters {
    private final FlowWindow window;

    @Inject
    FlowMeters(FlowWindow window, MeterRegistry registry) {
        this.window = window;
        gauge("used", "Cost of what this instance has published and no projector has applied yet", FlowLevel::underWay)
                .register(registry);
        gauge("size", "Cost that may be under way before writes wait for their turn", FlowLevel::window)
                .register(registry);
        gauge("waiting", "Writes that wait for their turn", FlowLevel::waiting).register(registry);
    }

    private Gauge.Builder<FlowWindow> gauge(String name, String description, ToDoubleFunction<FlowLevel> value) {
        return Gauge.builder("runstream.ingest.window." + name, window, w -> value.applyAsDouble(w.level()))
                .description(description);
    }
}
