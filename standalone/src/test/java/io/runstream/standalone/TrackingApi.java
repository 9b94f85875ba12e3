package io.runstream.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** What the fault tests say to a server, over HTTP as anybody would. Tries once: an answer is an answer. */
final class TrackingApi implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI root;

    TrackingApi(URI server) {
        this.root = server.resolve("/api/2.0/mlflow/");
    }

    String createRun() throws IOException {
        JsonNode answer = post("runs/create", Map.of("experiment_id", "0"));
        return answer.at("/run/info/run_id").asText();
    }

    void logMetric(String runId, String key, long step) throws IOException {
        post("runs/log-metric", Map.of("run_id", runId, "key", key, "value", step, "timestamp", step, "step", step));
    }

    void setTag(String runId, String key) throws IOException {
        post("runs/set-tag", Map.of("run_id", runId, "key", key, "value", "set"));
    }

    void logParam(String runId, String key) throws IOException {
        post("runs/log-parameter", Map.of("run_id", runId, "key", key, "value", "given"));
    }

    JsonNode run(String runId) throws IOException {
        return get("runs/get?run_id=" + runId).path("run");
    }

    /** The step of each point, in the order of their timestamps. */
    List<Long> steps(String runId, String key) throws IOException {
        JsonNode points = get("metrics/get-history?run_id=" + runId + "&metric_key=" + key)
                .path("metrics");
        return StreamSupport.stream(points.spliterator(), false)
                .map(point -> point.path("step").asLong())
                .toList();
    }

    /** Returns the name that it got. */
    String registerModel(String name) throws IOException {
        JsonNode answer = post("registered-models/create", Map.of("name", name));
        return answer.at("/registered_model/name").asText();
    }

    /** Returns the version's number. */
    int createVersion(String modelName) throws IOException {
        Map<String, String> version = Map.of("name", modelName, "source", "s3://bucket/model");
        return post("model-versions/create", version)
                .at("/model_version/version")
                .asInt();
    }

    /** The number of every version, in any order. */
    List<Integer> versions(String modelName) throws IOException {
        String filter = URLEncoder.encode("name = '" + modelName + "'", StandardCharsets.UTF_8);
        JsonNode found = get("model-versions/search?filter=" + filter).path("model_versions");
        return StreamSupport.stream(found.spliterator(), false)
                .map(version -> version.path("version").asInt())
                .toList();
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }

    private JsonNode post(String path, Map<String, ?> body) throws IOException {
        return send(HttpRequest.newBuilder(root.resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
    }

    private JsonNode get(String path) throws IOException {
        return send(HttpRequest.newBuilder(root.resolve(path)));
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<String> response = client.send(request.timeout(TIMEOUT).build(), BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException(response.statusCode() + " " + response.body());
            }
            return JSON.readTree(response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
