package io.runstream.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Somebody who sends requests to a server, under a name or none. Tries once: an answer is an answer. */
final class Person {
    static final String PASSWORD = "correct horse battery";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final URI server;
    private final @Nullable String name;

    private Person(URI server, @Nullable String name) {
        this.server = server;
        this.name = name;
    }

    static Person named(URI server, String name) {
        return new Person(server, name);
    }

    static Person unknown(URI server) {
        return new Person(server, null);
    }

    String name() {
        return String.valueOf(name);
    }

    /** @param headers names and values, alternating */
    HttpResponse<String> send(String method, String pathAndQuery, @Nullable String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.toString() + pathAndQuery))
                .timeout(TIMEOUT)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (name != null) {
            byte[] credentials = (name + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + pathAndQuery, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A call that must succeed. */
    JsonNode post(String path, Map<String, ?> body) {
        return must(send("POST", "/api/2.0/mlflow/" + path, json(body)));
    }

    /** Of what this person may manage. */
    void grantRead(String user, String type, String id) {
        must(send(
                "POST",
                "/api/3.0/mlflow/users/permissions/grant",
                json(Map.of("username", user, "resource_type", type, "resource_id", id, "permission", "READ"))));
    }

    private static JsonNode must(HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.request().uri() + ": " + answer.statusCode() + " " + answer.body());
        }
        return json(answer);
    }

    static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new AssertionError("No JSON: " + answer.statusCode() + " " + answer.body(), e);
        }
    }

    static String json(Map<String, ?> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
