package io.runstream.bench.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;

/**
 * MLflow's REST API for what happens before and after the clock runs: preparing data and reading back what was
 * written. One connection, one thread. Waits and asks again when the server pushes back.
 */
public final class TrackingClient implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpConnection connection;

    public TrackingClient(InetSocketAddress address) {
        connection = new HttpConnection(address);
    }

    /** A new, empty JSON object, to be filled and given to {@link #post}. */
    public static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** @return the id of the new experiment */
    public String createExperiment(String name) {
        return post("experiments/create", object().put("name", name))
                .path("experiment_id")
                .asText();
    }

    /** @return the id of the experiment of that name; empty if there is none */
    public Optional<String> findExperiment(String name) {
        ObjectNode search = object().put("filter", "name = '" + name + "'").put("max_results", 1);
        return post("experiments/search", search).path("experiments").findValuesAsText("experiment_id").stream()
                .findAny();
    }

    /** @return the id of the new run */
    public String createRun(ObjectNode request) {
        return post("runs/create", request)
                .path("run")
                .path("info")
                .path("run_id")
                .asText();
    }

    /** @return the whole answer of runs/get */
    public JsonNode getRun(String runId) {
        return json(Requests.get("runs/get?run_id=" + runId));
    }

    /** Counts the points of a series without keeping them. */
    public long countHistory(String runId, String metricKey) {
        OccurrenceCounter points = new OccurrenceCounter("\"timestamp\"");
        send(Requests.get("metrics/get-history?run_id=" + runId + "&metric_key=" + metricKey), points);
        return points.count();
    }

    /** @param path below MLflow's API */
    public JsonNode post(String path, ObjectNode body) {
        return json(Requests.post(path, body.toString()));
    }

    private JsonNode json(byte[] request) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        send(request, body::write);
        try {
            return JSON.readTree(body.toByteArray());
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    /**
     * Sends a request until the server takes it.
     *
     * @throws IllegalStateException if the server refuses it for good; the message has the server's words
     */
    public void send(byte[] request, Body body) {
        try {
            Response response = connection.exchange(ByteBuffer.wrap(request), body);
            while (response.pushedBack() || response.unavailable()) {
                pause(response.retryAfter());
                response = connection.exchange(ByteBuffer.wrap(request), body);
            }
            if (!response.succeeded()) {
                throw new IllegalStateException("Status " + response.status() + ": " + response.excerpt());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the server pushes back", interrupted);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
