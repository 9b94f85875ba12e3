package io.runstream.query.metric;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.runstream.id.RunId;
import io.runstream.testkit.KafkaBackend;
import io.runstream.testkit.PostgresBackend;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(KafkaBackend.class)
@WithTestResource(PostgresBackend.class)
class MetricHistoryResourceIT {
    private static final String API = "/api/2.0/mlflow/metrics/";
    private static final String SEE_DOCS = " See the API docs for more information about request parameters.";

    @Inject
    Pool pool;

    private final RunId run = new RunId(UUID.randomUUID());

    @Test
    void givesAHistoryInOrderOfTimeEachPointOnce() {
        segment(run, 1, point(10, 1, Double.NaN), point(20, -3, 0.5), point(5, 1, 2), point(10, 2, 1));
        segment(run, 2, point(10, 1, 3), point(7, 0, Double.MAX_VALUE), point(5, 1, 2));

        assertThat(get("get-history?metric_key=acc&run_id=" + run).asString())
                .isEqualTo("{\"metrics\":["
                        + "{\"key\":\"acc\",\"value\":2.0,\"timestamp\":5,\"step\":1},"
                        + "{\"key\":\"acc\",\"value\":1.7976931348623157E308,\"timestamp\":7,\"step\":0},"
                        + "{\"key\":\"acc\",\"value\":\"NaN\",\"timestamp\":10,\"step\":1},"
                        + "{\"key\":\"acc\",\"value\":3.0,\"timestamp\":10,\"step\":1},"
                        + "{\"key\":\"acc\",\"value\":1.0,\"timestamp\":10,\"step\":2},"
                        + "{\"key\":\"acc\",\"value\":0.5,\"timestamp\":20,\"step\":-3}]}");
    }

    @Test
    void pagesTogetherAreTheWholeAndTheLastHasNoToken() throws Exception {
        for (int n = 0; n < 60; n++) {
            segment(run, n, point(n, n, n), point(1000 - n, n, n));
        }

        List<String> pages = new ArrayList<>();
        String token = "";
        do {
            JsonNode page = json(given().queryParam("page_token", token)
                    .get(API + "get-history?max_results=8&metric_key=acc&run_id=" + run)
                    .asString());
            page.get("metrics").forEach(point -> pages.add(point.toString()));
            token = page.path("next_page_token").asText();
        } while (!token.isEmpty());

        List<String> whole = new ArrayList<>();
        json(get("get-history?metric_key=acc&run_id=" + run).asString())
                .get("metrics")
                .forEach(point -> whole.add(point.toString()));
        assertThat(whole).hasSize(120);
        assertThat(pages).isEqualTo(whole);
        // A page that ends with the last point says so.
        assertThat(json(get("get-history?max_results=120&metric_key=acc&run_id=" + run)
                                .asString())
                        .has("next_page_token"))
                .isFalse();
    }

    @Test
    void streamsAHistoryLongerThanAChunk() throws Exception {
        for (int n = 0; n < 40; n++) {
            int first = n * 500;
            segment(
                    run,
                    n,
                    IntStream.range(first, first + 500)
                            .mapToObj(i -> point(i, i, i / 8.0))
                            .toArray(Point[]::new));
        }

        ExtractableResponse<Response> response = get("get-history?metric_key=acc&run_id=" + run);

        assertThat(response.header("Transfer-Encoding")).isEqualTo("chunked");
        JsonNode metrics = json(response.asString()).get("metrics");
        assertThat(metrics).hasSize(20_000);
        assertThat(metrics.get(19_999).get("value").asDouble()).isEqualTo(2499.875);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"get-history?run_id=nope&metric_key=a", "get-history-bulk-interval?run_ids=nope&metric_key=a"})
    void hasNoPointsOfWhatDoesNotExist(String request) {
        assertThat(get(request).asString()).isEqualTo("{}");
        assertThat(get(request.replace("nope", run.toString())).asString()).isEqualTo("{}");
    }

    @Test
    void takesTheOldNameOfARunId() {
        segment(run, 1, point(1, 2, 3));
        assertThat(get("get-history?metric_key=acc&run_uuid=" + run).asString())
                .isEqualTo("{\"metrics\":[{\"key\":\"acc\",\"value\":3.0,\"timestamp\":1,\"step\":2}]}");
    }

    @Test
    void givesSeveralRunsInOrderOfTheirIdsUpToALimitForAllTogether() {
        RunId first = RunId.parse("00000000" + run.toString().substring(8));
        segment(run, 1, point(1, 1, 1), point(2, 2, 2));
        segment(first, 1, point(3, 3, 3));
        String runs = "run_id=" + run + "&run_id=nope&run_id=" + first + "&run_id=" + run;

        for (String api : List.of("/api", "/ajax-api")) {
            String path = api + "/2.0/mlflow/metrics/get-history-bulk?metric_key=acc&" + runs;
            assertThat(given().get(path).asString())
                    .isEqualTo("{\"metrics\":[" + bulkPoint(first, 3) + "," + bulkPoint(run, 1) + ","
                            + bulkPoint(run, 2) + "]}");
            assertThat(given().get(path + "&max_results=2").asString())
                    .isEqualTo("{\"metrics\":[" + bulkPoint(first, 3) + "," + bulkPoint(run, 1) + "]}");
            assertThat(given().get(path + "&max_results=0").asString()).isEqualTo("{\"metrics\":[]}");
        }
    }

    @Test
    void samplesEachRunAsAskedForWithItsLastPoint() {
        RunId other = new RunId(UUID.randomUUID());
        segment(run, 1, point(4, 4, 4), point(3, 3, 3), point(2, 2, 2), point(1, 1, 1));
        segment(other, 1, point(7, 7, 7));
        String runs = "run_ids=" + run + "&run_ids=" + other + "&run_ids=" + run;

        assertThat(get("get-history-bulk-interval?metric_key=acc&max_results=2&" + runs)
                        .asString())
                .isEqualTo("{\"metrics\":["
                        + bulkPoint(run, 1) + "," + bulkPoint(run, 4) + "," + bulkPoint(other, 7) + ","
                        + bulkPoint(run, 1) + "," + bulkPoint(run, 4) + "]}");
        assertThat(get("get-history-bulk-interval?metric_key=acc&start_step=2&end_step=3&" + runs)
                        .asString())
                .isEqualTo("{\"metrics\":["
                        + bulkPoint(run, 2) + "," + bulkPoint(run, 3) + ","
                        + bulkPoint(run, 2) + "," + bulkPoint(run, 3) + "]}");
    }

    @Test
    void samplesALongSeriesWhoseStepsRunAgainstTheClock() throws Exception {
        segment(
                run,
                1,
                IntStream.rangeClosed(1, 15_000)
                        .mapToObj(i -> point(i, 15_000 - i, i))
                        .toArray(Point[]::new));

        JsonNode metrics = json(get("get-history-bulk-interval?metric_key=acc&max_results=3&run_ids=" + run)
                        .asString())
                .get("metrics");

        assertThat(metrics).extracting(point -> point.get("step").asInt()).containsExactly(0, 5000, 14_999);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            get-history?run_id=a                                     | Missing value for required parameter 'metric_key'.+
            get-history?metric_key=a                                 | Missing value for required parameter 'run_id'.+
            get-history?run_id=a&metric_key=                         | Missing value for required parameter 'metric_key'.+
            get-history?run_id=a&metric_key=a&max_results=0          | Invalid value 0 for parameter 'max_results' supplied. It must be a positive integer.
            get-history?run_id=a&metric_key=a&max_results=-1         | Invalid value -1 for parameter 'max_results' supplied. It must be a positive integer.
            get-history?run_id=a&metric_key=a&page_token=zz          | Invalid page token, could not base64-decode
            get-history?run_id=a&metric_key=a&page_token=!           | Invalid page token, decoded value=b''
            get-history-bulk?metric_key=a                            | GetMetricHistoryBulk request must specify at least one run_id.
            get-history-bulk?run_id=a                                | GetMetricHistoryBulk request must specify a metric_key.
            get-history-bulk-interval?metric_key=a                   | Missing value for required parameter 'run_ids'.+
            get-history-bulk-interval?run_ids=a                      | Missing value for required parameter 'metric_key'.+
            get-history-bulk-interval?run_ids=a&metric_key=a&max_results=0     | max_results must be between 1 and 2500.+
            get-history-bulk-interval?run_ids=a&metric_key=a&max_results=2501  | max_results must be between 1 and 2500.+
            get-history-bulk-interval?run_ids=a&metric_key=a&start_step=1      | If either start step or end step are specified, both must be specified.
            get-history-bulk-interval?run_ids=a&metric_key=a&start_step=2&end_step=1 | end_step must be greater than start_step. Found start_step=2 and end_step=1.
            """)
    void refusesInMlflowsWords(String request, String message) throws Exception {
        assertRefused(request, message.endsWith("+") ? message.substring(0, message.length() - 1) + SEE_DOCS : message);
    }

    @Test
    void refusesMoreThanAHundredRuns() throws Exception {
        String runs = IntStream.range(0, 101).mapToObj(n -> "a").collect(Collectors.joining("&run_id=", "run_id=", ""));
        assertRefused(
                "get-history-bulk?metric_key=a&" + runs,
                "GetMetricHistoryBulk request cannot specify more than 100 run_ids. Received 101 run_ids.");
        assertRefused(
                "get-history-bulk-interval?metric_key=a&" + runs.replace("run_id", "run_ids"),
                "GetMetricHistoryBulkInterval request must specify at most 100 run_ids. Received 101 run_ids."
                        + SEE_DOCS);
    }

    private static void assertRefused(String request, String message) throws Exception {
        Response response = given().get(API + request);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response.asString()).get("message").asText()).isEqualTo(message);
    }

    private static ExtractableResponse<Response> get(String request) {
        return given().get(API + request)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .extract();
    }

    private static String bulkPoint(RunId run, int number) {
        return "{\"key\":\"acc\",\"value\":" + number + ".0,\"timestamp\":" + number + ",\"step\":" + number
                + ",\"run_id\":\"" + run + "\"}";
    }

    private static JsonNode json(String text) throws Exception {
        return new ObjectMapper().readTree(text);
    }

    private record Point(long timestamp, long step, double value) {}

    private static Point point(long timestamp, long step, double value) {
        return new Point(timestamp, step, value);
    }

    private void segment(RunId of, long sequence, Point... points) {
        Long[] timestamps = new Long[points.length];
        Long[] steps = new Long[points.length];
        Double[] values = new Double[points.length];
        for (int i = 0; i < points.length; i++) {
            timestamps[i] = points[i].timestamp;
            steps[i] = points[i].step;
            values[i] = points[i].value;
        }
        pool.preparedQuery("""
                        INSERT INTO metric_segment
                        SELECT $1, 'acc', $2, 0, min(t), max(t), $3, $4, $5 FROM unnest($4::bigint[]) AS t
                        """).executeAndAwait(Tuple.from(List.of(of.value(), sequence, steps, timestamps, values)));
    }
}
