package io.runstream.gateway.proxy;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.quarkus.tls.runtime.config.TlsConfigUtils;
import io.runstream.error.ServiceErrors;
import io.runstream.gateway.GatewayConfig;
import io.runstream.gateway.route.RouteTable;
import io.runstream.gateway.route.Service;
import io.runstream.gateway.upstream.Upstreams;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
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
    private final TrustedProxies trusted;
    private final PathPrefix prefix;
    private final HttpClient client;

    Gateway(
            RouteTable routes,
            Upstreams upstreams,
            GatewayConfig config,
            GatewayMeters meters,
            TlsConfigurationRegistry tls,
            Vertx vertx) {
        this.routes = routes;
        this.upstreams = upstreams;
        this.meters = meters;
        this.trusted = new TrustedProxies(config.trustedProxies().orElse(List.of()));
        this.prefix = PathPrefix.of(config.pathPrefix().orElse(null));
        this.client = vertx.httpClientBuilder()
                .with(clientOptions(config, tls))
                .with(new PoolOptions().setHttp1MaxSize(config.connections()).setMaxWaitQueueSize(config.maxWaiting()))
                .build();
    }

    private static HttpClientOptions clientOptions(GatewayConfig config, TlsConfigurationRegistry tls) {
        HttpClientOptions options = new HttpClientOptions();
        TlsConfiguration.from(tls, config.tlsConfigurationName())
                .ifPresent(trusted -> TlsConfigUtils.configure(options, trusted));
        return options
                // Each replica's address says whether to use TLS. HTTP/1.1, since many requests share few addresses.
                .setSsl(false)
                .setUseAlpn(false)
                .setConnectTimeout((int) config.connectTimeout().toMillis())
                .setIdleTimeout((int) config.idleTimeout().toMillis())
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setMaxHeaderSize(MAX_HEADERS);
    }

    void register(@Observes Router router) {
        router.route().handler(this::handle);
    }

    private void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        String sent = String.valueOf(request.path());
        if (prefix.lacksSlash(sent)) {
            redirectToSlash(request);
            return;
        }
        String path = prefix.strip(sent);
        // Services straighten paths before they look at them: /a/../q is /q to them.
        if (request.path() == null || prefix.strip(context.normalizedPath()).startsWith(OPERATORS_ONLY)) {
            Refusal.send(request, ServiceErrors.endpointNotFound(path));
            return;
        }
        Service service = routes.serviceOf(request.method().name(), path);
        new Exchange(request, prefix.strip(request.uri()), client, service, upstreams.of(service), trusted, meters)
                .begin();
    }

    private static void redirectToSlash(HttpServerRequest request) {
        request.response()
                .setStatusCode(HttpResponseStatus.PERMANENT_REDIRECT.code())
                .putHeader(HttpHeaders.LOCATION, request.path() + "/")
                .end();
        request.resume();
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
