package io.runstream.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;

/** What a client does, as MLflow's clients do it: an answer 429 or 503 is asked for again. */
final class TrackingApi implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI server;

    TrackingApi(URI server) {
        this.server = server;
    }

    String createRun() throws InterruptedException {
        return post(
                        "/api/2.0/mlflow/runs/create",
                        "{\"experiment_id\":\"0\"}",
                        UUID.randomUUID().toString())
                .at("/run/info/run_id")
                .asText();
    }

    void logMetric(String run, String key, long step) throws InterruptedException {
        String body = "{\"run_id\":\"%s\",\"key\":\"%s\",\"value\":%d,\"timestamp\":%d,\"step\":%d}"
                .formatted(run, key, step, step, step);
        post("/api/2.0/mlflow/runs/log-metric", body, UUID.randomUUID().toString());
    }

    void logParam(String run, String key, String value) throws InterruptedException {
        String body = "{\"run_id\":\"%s\",\"key\":\"%s\",\"value\":\"%s\"}".formatted(run, key, value);
        post("/api/2.0/mlflow/runs/log-parameter", body, UUID.randomUUID().toString());
    }

    JsonNode run(String run) throws InterruptedException {
        return send(HttpRequest.newBuilder(server.resolve("/api/2.0/mlflow/runs/get?run_id=" + run)));
    }

    int points(String run, String key) throws InterruptedException {
        return send(HttpRequest.newBuilder(
                        server.resolve("/api/2.0/mlflow/metrics/get-history?run_id=" + run + "&metric_key=" + key)))
                .path("metrics")
                .size();
    }

    void upload(String path, String content) throws InterruptedException {
        send(HttpRequest.newBuilder(server.resolve("/api/2.0/mlflow-artifacts/artifacts/" + path))
                .PUT(BodyPublishers.ofString(content)));
    }

    String download(String path) throws InterruptedException {
        return answer(HttpRequest.newBuilder(server.resolve("/api/2.0/mlflow-artifacts/artifacts/" + path)));
    }

    private JsonNode post(String path, String body, String idempotencyKey) throws InterruptedException {
        return send(HttpRequest.newBuilder(server.resolve(path))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .POST(BodyPublishers.ofString(body)));
    }

    private JsonNode send(HttpRequest.Builder request) throws InterruptedException {
        String body = answer(request);
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new AssertionError("No JSON: " + body, e);
        }
    }

    private String answer(HttpRequest.Builder request) throws InterruptedException {
        HttpRequest question = request.timeout(PATIENCE).build();
        long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            HttpResponse<String> answer = once(question);
            if (answer.statusCode() == 200) {
                return answer.body();
            }
            boolean passes = answer.statusCode() == 429 || answer.statusCode() == 503;
            if (!passes || System.nanoTime() - giveUpAt >= 0) {
                throw new AssertionError(
                        question.method() + " " + question.uri() + ": " + answer.statusCode() + " " + answer.body());
            }
            Thread.sleep(PAUSE);
        }
    }

    private HttpResponse<String> once(HttpRequest question) throws InterruptedException {
        try {
            return client.send(question, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(question.method() + " " + question.uri(), e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
