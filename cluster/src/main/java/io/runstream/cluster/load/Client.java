package io.runstream.cluster.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One client's connections. It sends each request once. */
final class Client implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String API = "/api/2.0/mlflow/";
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(2);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_WITHIN)
            .build();

    /** @param idempotencyKey null for none */
    Answer post(URI server, Write write, @Nullable String idempotencyKey, Duration patience)
            throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(API + write.path()))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json(write)))
                .timeout(patience);
        if (idempotencyKey != null) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        return send(request.build());
    }

    /** @return empty-bodied if the server said that it is behind the log */
    Answer get(URI server, String pathAndQuery, Duration patience) throws InterruptedException {
        return send(HttpRequest.newBuilder(server.resolve(API + pathAndQuery))
                .timeout(patience)
                .build());
    }

    private Answer send(HttpRequest request) throws InterruptedException {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            boolean behind = response.headers().firstValue("Runstream-Lag").isPresent();
            Duration retryAfter = response.headers()
                    .firstValue("Retry-After")
                    .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                    .orElse(null);
            return new Answer(response.statusCode(), behind ? "" : response.body(), retryAfter);
        } catch (IOException e) {
            return Answer.none(e);
        }
    }

    private static String json(Write write) {
        try {
            return JSON.writeValueAsString(write.body());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
