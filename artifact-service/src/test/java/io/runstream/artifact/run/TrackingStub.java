package io.runstream.artifact.run;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.runstream.testkit.TestS3;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** For {@code @WithTestResource}: a tracking API that knows some runs and models, and a further store that some of them name. */
public final class TrackingStub implements QuarkusTestResourceLifecycleManager {
    static final String STRANGER = "Bearer stranger";
    static final String AWAY = "away";
    private static final String LAB = "runstream.artifact.stores.lab.";
    private static final Map<String, String> LOCATIONS = Map.of(
            "proxied", "mlflow-artifacts:/7/proxied/artifacts",
            "in-lab", "s3://lab-artifacts/team/a/run/artifacts",
            "beside-lab", "s3://lab-artifacts/team/ab/artifacts",
            "other-bucket", "s3://somebody-elses/team/a/artifacts",
            "other-host", "mlflow-artifacts://evil.example/7/artifacts",
            "on-the-web", "http://evil.example/7/artifacts",
            "on-this-disk", "file:///etc",
            "climbing", "s3://lab-artifacts/team/a/../../secret");

    private @Nullable HttpServer server;

    @Override
    public Map<String, String> start() {
        TestS3 s3 = TestS3.shared();
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", TrackingStub::answer);
        server.start();
        return Map.of(
                "runstream.tracking.url",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                LAB + "endpoint",
                s3.endpoint().toString(),
                LAB + "bucket",
                "lab-artifacts",
                LAB + "prefix",
                "team/a",
                LAB + "access-key",
                s3.accessKey(),
                LAB + "secret-key",
                s3.secretKey());
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String asked = exchange.getRequestURI().toString();
        String id = asked.replaceAll(".*(run_id=|logged-models/|name=)([a-z-]+).*", "$2");
        String location = LOCATIONS.get(id);
        if (STRANGER.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            send(exchange, 403, "{\"error_code\":\"PERMISSION_DENIED\",\"message\":\"Not for you\"}");
        } else if (id.equals(AWAY)) {
            send(exchange, 502, "<html>Bad Gateway</html>");
        } else if (location == null) {
            send(
                    exchange,
                    404,
                    "{\"error_code\":\"RESOURCE_DOES_NOT_EXIST\",\"message\":\"Run with id=" + id + " not found\"}");
        } else {
            send(exchange, 200, form(asked).formatted("\"experiment_id\":\"7\",\"artifact_uri\":\"" + location + "\""));
        }
    }

    private static String form(String asked) {
        if (asked.startsWith("/api/2.0/mlflow/runs/get?")) {
            return "{\"run\":{\"info\":{%s}}}";
        }
        return asked.startsWith("/api/2.0/mlflow/logged-models/") ? "{\"model\":{\"info\":{%s}}}" : "{%s}";
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
