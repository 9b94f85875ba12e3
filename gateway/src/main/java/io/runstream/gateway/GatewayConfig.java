package io.runstream.gateway;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where the services are, and how patient the gateway is with them. */
@ConfigMapping(prefix = "runstream.gateway")
public interface GatewayConfig {
    /** The addresses of ingest-service, {@code http://host:port} each, with commas between. */
    List<URI> ingest();

    /** The addresses of query-service. */
    List<URI> query();

    /** The addresses of artifact-service. */
    List<URI> artifact();

    /** How long a connection may take to come about. Past it another replica is tried. */
    @WithDefault("1s")
    Duration connectTimeout();

    /** How long a connection to a replica may stand still, in either direction, before the request on it is given up: 503. */
    @WithDefault("120s")
    Duration idleTimeout();

    /** Connections to one replica. A request that finds none free waits for one. */
    @WithDefault("256")
    int connections();

    /** Requests that may wait for a connection to one replica. More get 429. */
    @WithDefault("2000")
    int maxWaiting();

    /** How long a replica that could not be reached is left alone, while another one can be. */
    @WithDefault("1s")
    Duration avoidUnreachable();

    /**
     * The proxies in front, as networks ({@code 10.0.0.0/8}): what a request from there says of where it came from
     * ({@code X-Forwarded-For}, {@code -Proto}, {@code -Host}) is believed and added to. Only for proxies that write these
     * headers themselves: else anybody could claim anything. Absent: nobody is believed.
     */
    Optional<List<String>> trustedProxies();

    /**
     * The path under which everything is served as well, {@code /mlflow} for example, for proxies that pass it on. Absent:
     * none.
     */
    Optional<String> pathPrefix();

    /**
     * The name of the TLS configuration ({@code quarkus.tls.<name>.*}) for services whose addresses are {@code https}: whom
     * to trust, and the gateway's own certificate if they ask for one. Absent: the authorities that the JVM knows.
     */
    Optional<String> tlsConfigurationName();
}
