package io.runstream.gateway.proxy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.runstream.gateway.route.Service;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.time.Duration;

/** What operators see of the gateway. */
@Singleton
class GatewayMeters {
    private static final int PER_CLASS = 100;

    private static final Duration[] BOUNDS = {
        Duration.ofMillis(5),
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofMillis(2500),
        Duration.ofSeconds(10)
    };

    private final MeterRegistry registry;

    GatewayMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Until the last byte of the answer is written, or the client has gone. */
    void observe(Service service, HttpServerRequest request) {
        Timer.Sample sample = Timer.start(registry);
        request.response()
                .endHandler(end -> sample.stop(timer(service, request.response().getStatusCode())));
    }

    private Timer timer(Service service, int status) {
        return Timer.builder("runstream.gateway.requests")
                .description("Requests from their arrival to the end of their answers, by service and class of status")
                .serviceLevelObjectives(BOUNDS)
                .tag("upstream", service.word())
                .tag("status", status / PER_CLASS + "xx")
                .register(registry);
    }

    void retried(Service service) {
        registry.counter("runstream.gateway.retries", "upstream", service.word())
                .increment();
    }
}
