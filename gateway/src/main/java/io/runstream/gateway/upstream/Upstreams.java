package io.runstream.gateway.upstream;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.runstream.gateway.GatewayConfig;
import io.runstream.gateway.route.Service;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The replicas of every service. */
@Singleton
public final class Upstreams {
    private final Map<Service, Replicas> replicas = new EnumMap<>(Service.class);

    Upstreams(GatewayConfig config, MeterRegistry meters) {
        for (Service service : Service.values()) {
            Replicas of = Replicas.of(addresses(service, config), config.avoidUnreachable());
            replicas.put(service, of);
            Gauge.builder("runstream.gateway.replicas", of, Replicas::wanted)
                    .description("Replicas that get requests: those that were not unreachable lately")
                    .tag("upstream", service.word())
                    .register(meters);
        }
    }

    public Replicas of(Service service) {
        return Objects.requireNonNull(replicas.get(service));
    }

    private static List<URI> addresses(Service service, GatewayConfig config) {
        return switch (service) {
            case INGEST -> config.ingest();
            case QUERY -> config.query();
            case ARTIFACT -> config.artifact();
        };
    }
}
