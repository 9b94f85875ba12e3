package io.runstream.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.runstream.standalone.RouteList.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Attacks that became advisories against MLflow's server, on every route that there is. */
class EdgeAttackIT {
    private static final String OWN = "Host: localhost\r\n";
    /** Machines ask these under whatever name. */
    private static final Set<String> PROBES = Set.of("/health", "/version");

    private static final Set<String> WRITES = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final List<String> TRAVERSALS = List.of(
            "../../etc/passwd",
            "%2e%2e/%2e%2e/etc/passwd",
            "%252e%252e%252fetc%252fpasswd",
            "%25252e%25252e%25252fetc%25252fpasswd",
            "..%5c..%5cetc%5cpasswd",
            "a%23/../../etc/passwd",
            "/etc/passwd",
            "file:///etc/passwd");

    private static List<Route> routes = List.of();
    private static @Nullable RunstreamProcess runstream;
    private static URI url = URI.create("http://127.0.0.1");
    private static RawHttp http = new RawHttp(url);

    @BeforeAll
    static void start(@TempDir Path data) throws IOException {
        routes = RouteList.read();
        runstream = RunstreamProcess.start(data);
        url = runstream.url();
        http = new RawHttp(url);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (runstream != null) {
            runstream.close();
        }
    }

    @Test
    void doesNotServeOthersWithoutAPasswordUnlessToldSo(@TempDir Path other) {
        assertThat(RunstreamProcess.run(other, "--host", "0.0.0.0"))
                .containsExactly(
                        "Authentication is off, and the server would listen on 0.0.0.0: everybody who reaches it could"
                                + " read, change and delete everything. Turn authentication on, listen on this machine only"
                                + " (--host 127.0.0.1), or say that this is meant: --let-everybody-in.");
    }

    @Test
    void noRouteAnswersUnderANameOfSomebodyElses() throws IOException {
        assertThat(routes).hasSizeGreaterThan(80);
        for (Route route : routes) {
            if (PROBES.contains(route.template())) {
                continue;
            }
            for (String path : List.of(route.path(), ajax(route.path()))) {
                assertThat(http.send(route.method(), path, "Host: rebound.example:5000\r\n"))
                        .as("%s %s", route.method(), path)
                        .startsWith("HTTP/1.1 403 ");
            }
        }
    }

    @Test
    void noRouteTakesAWriteFromAPageOfAnotherSite() throws IOException {
        for (Route route : routes) {
            if (WRITES.contains(route.method())) {
                for (String path : List.of(route.path(), ajax(route.path()))) {
                    assertThat(http.send(route.method(), path, OWN + "Origin: https://evil.example\r\n"))
                            .as("%s %s", route.method(), path)
                            .startsWith("HTTP/1.1 403 ");
                }
            }
        }
    }

    @Test
    void noPathLeadsOutWhereverARouteTakesOne() throws IOException {
        List<Route> takingPaths = routes.stream().filter(Route::takesPath).toList();
        assertThat(takingPaths).hasSizeGreaterThan(5);
        for (Route route : takingPaths) {
            for (String traversal : TRAVERSALS) {
                assertThat(http.send(route.method(), route.pathWith(traversal), OWN))
                        .as("%s %s", route.method(), route.pathWith(traversal))
                        .matches("(?s)HTTP/1\\.1 4\\d\\d .*")
                        .doesNotContain("root:");
            }
        }
    }

    @Test
    void noAnswerMayBeGuessedAtOrFramed() throws IOException {
        for (Route route : routes) {
            assertThat(http.send(route.method(), route.path(), OWN))
                    .as("%s %s", route.method(), route.path())
                    .containsIgnoringCase("X-Content-Type-Options: nosniff")
                    .containsIgnoringCase("X-Frame-Options: SAMEORIGIN");
        }
    }

    @Test
    void theServerAsksNoHostThatACallerNames() throws Exception {
        try (Listener listener = new Listener();
                HttpClient client = HttpClient.newHttpClient()) {
            String there = "127.0.0.1:" + listener.port();
            for (String location : List.of(
                    "http://" + there + "/a",
                    "https://" + there + "/a",
                    "s3://bucket@" + there + "/a",
                    "ftp://" + there)) {
                String name = location.replaceAll("\\W", "-");
                // Given
                String experiment = text(
                        post(client, "experiments/create", json("name", name, "artifact_location", location)),
                        "experiment_id");
                String run = text(post(client, "runs/create", json("experiment_id", experiment)), "run_id");
                post(client, "registered-models/create", json("name", name));
                // When
                get(client, "/get-artifact?run_id=" + run + "&path=a");
                get(client, "/api/2.0/mlflow/artifacts/list?run_id=" + run);
                post(client, "model-versions/create", json("name", name, "source", location));
                get(client, "/model-versions/get-artifact?name=" + name + "&version=1&path=a");
            }
            // Then
            assertThat(listener.connections()).isZero();
        }
    }

    private static String json(String... namesAndValues) {
        StringBuilder json = new StringBuilder("{");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            json.append(i == 0 ? "\"" : ",\"")
                    .append(namesAndValues[i])
                    .append("\":\"")
                    .append(namesAndValues[i + 1])
                    .append('"');
        }
        return json.append('}').toString();
    }

    private static String ajax(String path) {
        return path.replaceFirst("^/api/", "/ajax-api/");
    }

    private static String post(HttpClient client, String method, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url.resolve("/api/2.0/mlflow/" + method))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString()).body();
    }

    private static void get(HttpClient client, String path) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                client.send(HttpRequest.newBuilder(URI.create(url + path)).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path).isLessThan(500);
    }

    /** Of a JSON answer; some other id if the request was refused. */
    private static String text(String json, String field) {
        Matcher value = Pattern.compile("\"" + field + "\":\"([^\"]*)\"").matcher(json);
        return value.find() ? value.group(1) : "0";
    }

    /** A host that somebody would like the server to ask. */
    private static final class Listener implements AutoCloseable {
        private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private final AtomicInteger connections = new AtomicInteger();

        Listener() throws IOException {
            Thread.ofVirtual().start(() -> {
                while (!socket.isClosed()) {
                    try {
                        socket.accept().close();
                        connections.incrementAndGet();
                    } catch (IOException e) {
                        return;
                    }
                }
            });
        }

        int port() {
            return socket.getLocalPort();
        }

        int connections() {
            return connections.get();
        }

        @Override
        public void close() {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
