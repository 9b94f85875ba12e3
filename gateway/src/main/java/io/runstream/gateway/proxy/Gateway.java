package io.runstream.gateway.proxy;

import io.runstream.error.ServiceErrors;
import io.runstream.gateway.GatewayConfig;
import io.runstream.gateway.route.RouteTable;
import io.runstream.gateway.route.Service;
import io.runstream.gateway.upstream.Upstreams;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.ext.web.Router;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;

/** Takes every request there is. */
@Singleton
final class Gateway {
    /** What processes say of themselves is for operators, who ask them directly. */
    private static final String OPERATORS_ONLY = "/q/";

    private static final int MAX_HEADERS = 64 * 1024;

    private final RouteTable routes;
    private final Upstreams upstreams;
    private final GatewayMeters meters;
    private final boolean behindProxy;
    private final HttpClient client;

    Gateway(RouteTable routes, Upstreams upstreams, GatewayConfig config, GatewayMeters meters, Vertx vertx) {
        this.routes = routes;
        this.upstreams = upstreams;
        this.meters = meters;
        this.behindProxy = config.behindProxy();
        this.client = vertx.httpClientBuilder()
                .with(new HttpClientOptions()
                        .setConnectTimeout((int) config.connectTimeout().toMillis())
                        .setIdleTimeout((int) config.idleTimeout().toMillis())
                        .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                        .setMaxHeaderSize(MAX_HEADERS))
                .with(new PoolOptions().setHttp1MaxSize(config.connections()).setMaxWaitQueueSize(config.maxWaiting()))
                .build();
    }

    void register(@Observes Router router) {
        router.route().handler(context -> handle(context.request()));
    }

    private void handle(HttpServerRequest request) {
        if (request.path() == null || request.path().startsWith(OPERATORS_ONLY)) {
            Refusal.send(request, ServiceErrors.endpointNotFound(String.valueOf(request.path())));
            return;
        }
        Service service = routes.serviceOf(request.method().name(), request.path());
        new Exchange(request, client, service, upstreams.of(service), behindProxy, meters).begin();
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
