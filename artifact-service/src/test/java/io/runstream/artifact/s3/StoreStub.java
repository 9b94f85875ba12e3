package io.runstream.artifact.s3;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * For {@code @WithTestResource}: a store that starts well and then refuses everything, by the first word of the object's name:
 * {@code 503-SlowDown} is answered with that status and that code, {@code hangup} with the connection's end.
 */
public final class StoreStub implements QuarkusTestResourceLifecycleManager {
    private static final String STORE = "runstream.artifact.store.";

    private @Nullable HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", StoreStub::answer);
        server.start();
        return Map.of(
                STORE + "endpoint", "http://127.0.0.1:" + server.getAddress().getPort(),
                STORE + "access-key", "anybody",
                STORE + "secret-key", "secret");
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String asked = exchange.getRequestURI().toString();
            exchange.getRequestBody().readAllBytes();
            if (exchange.getRequestMethod().equals("HEAD") && asked.matches("/runstream/?")) {
                exchange.sendResponseHeaders(200, -1);
            } else if (!asked.contains("hangup")) {
                String refusal = asked.replaceAll(".*[/=]([0-9]{3}-[A-Za-z]+).*", "$1");
                refuse(exchange, refusal.contains("/") ? "404-NoSuchUpload" : refusal);
            }
        }
    }

    private static void refuse(HttpExchange exchange, String refusal) throws IOException {
        String[] statusAndCode = refusal.split("-", 2);
        String xml = "<?xml version=\"1.0\"?><Error><Code>" + statusAndCode[1]
                + "</Code><Message>secret of the store</Message>" + "</Error>";
        byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/xml");
        exchange.sendResponseHeaders(Integer.parseInt(statusAndCode[0]), bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
