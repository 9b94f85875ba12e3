package io.runstream.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.runstream.testkit.TestCertificates;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A replica that speaks TLS, and says what it was asked; it stands for all services. */
public final class TlsReplica implements QuarkusTestResourceLifecycleManager {
    private final Vertx vertx = Vertx.vertx();

    @Override
    public Map<String, String> start() {
        TestCertificates certificates;
        try {
            certificates = TestCertificates.in(Files.createTempDirectory("certificates"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        HttpServer server = vertx.createHttpServer(new HttpServerOptions()
                        .setSsl(true)
                        .setKeyCertOptions(new PemKeyCertOptions()
                                .addCertPath(certificates.certificate().toString())
                                .addKeyPath(certificates.key().toString())))
                .requestHandler(request -> request.response()
                        .end(request.method() + " " + request.uri() + " " + request.getHeader("Host")))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        Map<String, String> settings = new HashMap<>();
        for (String service : List.of("ingest", "query", "artifact")) {
            settings.put("runstream.gateway." + service, "https://localhost:" + server.actualPort());
        }
        settings.put("runstream.gateway.path-prefix", "/team/mlflow");
        settings.put("runstream.gateway.tls-configuration-name", "services");
        settings.put(
                "quarkus.tls.services.trust-store.pem.certs",
                certificates.authority().toString());
        settings.put("quarkus.http.tls-configuration-name", "clients");
        settings.put("quarkus.http.test-ssl-port", "0");
        settings.put(
                "quarkus.tls.clients.key-store.pem.0.cert",
                certificates.certificate().toString());
        settings.put(
                "quarkus.tls.clients.key-store.pem.0.key", certificates.key().toString());
        settings.put("runstream.test.authority", certificates.authority().toString());
        return settings;
    }

    @Override
    public void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
