package io.runstream.transfer.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** What anybody says to a server over HTTP. */
final class MlflowApi implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 200;

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI server;

    MlflowApi(URI server) {
        this.server = server;
    }

    JsonNode post(String path, Map<String, ?> body) {
        return accepted(send(request(path).method("POST", json(body))));
    }

    JsonNode patch(String path, Map<String, ?> body) {
        return accepted(send(request(path).method("PATCH", json(body))));
    }

    JsonNode delete(String path, Map<String, ?> body) {
        return accepted(send(request(path).method("DELETE", json(body))));
    }

    /** Returns the status, whatever it is. */
    int tryPost(String path, Map<String, ?> body) {
        return send(request(path).method("POST", json(body))).statusCode();
    }

    JsonNode get(String path) {
        return accepted(send(request(path)));
    }

    void upload(String path, byte[] content) {
        accepted(send(artifact(path).PUT(BodyPublishers.ofByteArray(content))));
    }

    byte[] download(String path) {
        return send(artifact(path)).body();
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve("/api/2.0/mlflow/" + path))
                .header("Content-Type", "application/json");
    }

    private HttpRequest.Builder artifact(String path) {
        return HttpRequest.newBuilder(server.resolve("/api/2.0/mlflow-artifacts/artifacts/" + path));
    }

    private static BodyPublisher json(Map<String, ?> body) {
        try {
            return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode accepted(HttpResponse<byte[]> response) {
        try {
            JsonNode answer = JSON.readTree(response.body());
            if (response.statusCode() != OK) {
                throw new AssertionError(response + " " + answer);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
