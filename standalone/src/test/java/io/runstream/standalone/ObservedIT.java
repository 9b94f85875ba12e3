package io.runstream.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.runstream.testkit.metrics.MetricQueries;
import io.runstream.testkit.metrics.MetricTable;
import io.runstream.testkit.metrics.Scrape;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What operators see when they have switched everything on: traces, an access log, logs as JSON. */
class ObservedIT {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path data;

    private static TraceReceiver traces;
    private static RunstreamProcess runstream;
    private static HttpClient http;

    @BeforeAll
    static void start() throws IOException {
        traces = new TraceReceiver();
        http = HttpClient.newHttpClient();
        runstream = RunstreamProcess.start(
                data,
                Map.of(
                        "QUARKUS_OTEL_SDK_DISABLED", "false",
                        "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT", traces.url().toString(),
                        "QUARKUS_OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf",
                        "QUARKUS_OTEL_BSP_SCHEDULE_DELAY", "100ms",
                        "QUARKUS_LOG_FILE_JSON_ENABLED", "true",
                        "QUARKUS_HTTP_ACCESS_LOG_ENABLED", "true"));
    }

    @AfterAll
    static void stop() throws InterruptedException {
        runstream.close();
        http.close();
        traces.close();
    }

    @Test
    void aClientsTraceGoesThroughTheLogIntoTheProjection() throws Exception {
        String run = createRun();

        HttpResponse<String> logged = send(request("runs/log-metric")
                .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                .POST(BodyPublishers.ofString(
                        "{\"run_id\":\"%s\",\"key\":\"loss\",\"value\":1,\"timestamp\":1}".formatted(run))));

        assertThat(logged.statusCode()).isEqualTo(200);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(traces.namesIn(TRACE))
                        .contains(
                                "POST /api/2.0/mlflow/runs/log-metric",
                                "publish runstream.tracking",
                                "project runstream.tracking"));
    }

    @Test
    void anArtifactsTraceShowsWhoseItIs() throws Exception {
        String trace = "1".repeat(32);
        String run = createRun();

        send(request("artifacts/list?run_id=" + run).header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01"));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(traces.namesIn(trace))
                        .contains("GET /api/2.0/mlflow/artifacts/list", "GET /api/2.0/mlflow/runs/get"));
    }

    @Test
    void aRequestIsKnownByTheIdThatItBroughtAndElseByOneThatIsMade() throws Exception {
        String path = "runs/get?run_id=0123";

        HttpResponse<String> named = send(request(path).header("X-Request-Id", "one-of-mine"));
        HttpResponse<String> unnamed = send(request(path));
        HttpResponse<String> misnamed = send(request(path).header("X-Request-Id", "{\"not\":\"an id\"}"));

        assertThat(named.headers().firstValue("X-Request-Id")).hasValue("one-of-mine");
        assertThat(unnamed.headers().firstValue("X-Request-Id").orElseThrow()).matches("[0-9a-f]{16}");
        assertThat(misnamed.headers().firstValue("X-Request-Id").orElseThrow()).matches("[0-9a-f]{16}");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(messages())
                        .anyMatch(line ->
                                line.contains("GET /api/2.0/mlflow/runs/get 404 ") && line.endsWith(" one-of-mine")));
    }

    @Test
    void neitherValuesNorCredentialsAreWrittenDown() throws Exception {
        String run = createRun();
        List<String> bodies = List.of(
                "{\"run_id\":\"%s\",\"key\":\"k\",\"value\":\"s3cret-value\"}".formatted(run),
                "{\"run_id\":\"%s\",\"key\":\"k\",\"value\":\"another s3cret-value\"}".formatted(run),
                "{\"run_id\":\"%s\",\"key\":\"s3cret-value".formatted(run),
                "{\"run_id\":\"%s\",\"value\":{\"s3cret-value\":1}}".formatted(run));
        for (String body : bodies) {
            for (String path : List.of("runs/log-parameter", "runs/set-tag", "runs/log-metric", "runs/search")) {
                send(request(path)
                        .header("Authorization", "Basic s3cret-value")
                        .header("Cookie", "session=s3cret-value")
                        .POST(BodyPublishers.ofString(body)));
            }
        }
        send(request("artifacts/list?path=s3cret-value&run_id=" + run));
        send(request("runs/get?run_id=0123&token=s3cret-value").header("X-Request-Id", "the-last"));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(messages()).anyMatch(line -> line.endsWith(" the-last")));
        assertThat(Files.readString(log())).doesNotContain("s3cret-value");
    }

    @Test
    void everyMetricOfTheBoardAndTheAlertsIsTold() throws Exception {
        createRun();
        send(request("experiments/get?experiment_id=0"));
        Set<String> told = new TreeSet<>(
                new Scrape(send(HttpRequest.newBuilder(runstream.url().resolve("/q/metrics")))
                                .body())
                        .samples());
        told.addAll(ofGateway());

        Path deploy = Path.of("../deploy");
        for (String file : List.of("compose/grafana/boards/runstream.json", "helm/runstream/files/alerts.yml")) {
            Set<String> asked = MetricQueries.metricsIn(Files.readString(deploy.resolve(file)));

            assertThat(asked).as(file).hasSizeGreaterThan(10);
            assertThat(told).as(file).containsAll(asked);
        }
    }

    /** It is no part of this process; its own test holds its list against what it tells. */
    private static List<String> ofGateway() {
        return MetricTable.of(Path.of("../gateway/README.md")).stream()
                .flatMap(name -> Stream.of(name, name + "_total", name + "_count", name + "_sum", name + "_bucket"))
                .toList();
    }

    private static List<String> messages() throws IOException {
        return Files.readAllLines(log()).stream().map(ObservedIT::message).toList();
    }

    private static String message(String line) {
        try {
            JsonNode entry = JSON.readTree(line);
            assertThat(entry.has("level")).isTrue();
            return entry.path("message").asText();
        } catch (IOException e) {
            throw new AssertionError("not JSON: " + line, e);
        }
    }

    private static Path log() {
        return data.resolve("logs/runstream.log");
    }

    private static String createRun() throws IOException {
        try (TrackingApi api = new TrackingApi(runstream.url())) {
            return api.createRun();
        }
    }

    private static HttpRequest.Builder request(String pathAndQuery) {
        URI api = runstream.url().resolve("/api/2.0/mlflow/");
        return HttpRequest.newBuilder(api.resolve(pathAndQuery))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
