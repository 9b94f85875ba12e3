package io.runstream.gateway;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;

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
     * Whether what a request says of where it came from ({@code X-Forwarded-For}, {@code -Proto}, {@code -Host}) is believed
     * and added to. Only behind a proxy that writes these headers itself: else anybody could claim anything.
     */
    @WithDefault("false")
    boolean behindProxy();
}
