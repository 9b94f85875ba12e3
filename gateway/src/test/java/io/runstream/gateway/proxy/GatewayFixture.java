package io.runstream.gateway.proxy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.runstream.embedded.LoopbackPort;
import io.runstream.gateway.route.Service;
import io.runstream.gateway.upstream.Replicas;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A gateway in front of replicas that do as a test says; all of it is the query service. */
final class GatewayFixture implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final HttpClient upstream = vertx.createHttpClient();
    private final List<URI> addresses = new ArrayList<>();
    private final java.net.http.HttpClient client = java.net.http.HttpClient.newBuilder()
            .version(java.net.http.HttpClient.Version.HTTP_1_1)
            .build();
    private final GatewayMeters meters = new GatewayMeters(new SimpleMeterRegistry());
    private URI url = URI.create("http://127.0.0.1");
    private TrustedProxies trusted = TrustedProxies.none();
    private boolean started;

    /** One more, behind those before it in turn. */
    void replica(Handler<HttpServerRequest> handler) {
        addresses.add(address(listen(handler)));
    }

    /** One that takes no connection. */
    void absentReplica() {
        addresses.add(URI.create("http://127.0.0.1:" + LoopbackPort.free()));
    }

    /** To be said before the gateway starts. */
    void trust(String network) {
        trusted = new TrustedProxies(List.of(network));
    }

    /** The gateway's address; it starts with the first question. */
    URI url() {
        if (!started) {
            started = true;
            Replicas replicas = Replicas.of(addresses, Duration.ofSeconds(30));
            url = address(listen(request ->
                    new Exchange(request, request.uri(), upstream, Service.QUERY, replicas, trusted, meters).begin()));
        }
        return url;
    }

    HttpRequest.Builder request(String pathAndQuery) {
        return HttpRequest.newBuilder(URI.create(url() + pathAndQuery)).timeout(Duration.ofSeconds(30));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<InputStream> sendForStream(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofInputStream());
    }

    private HttpServer listen(Handler<HttpServerRequest> handler) {
        return vertx.createHttpServer()
                .requestHandler(handler)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private static URI address(HttpServer server) {
        return URI.create("http://127.0.0.1:" + server.actualPort());
    }

    @Override
    public void close() {
        client.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
