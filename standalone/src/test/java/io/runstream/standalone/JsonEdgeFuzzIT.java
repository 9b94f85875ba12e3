package io.runstream.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever comes in: MLflow's JSON error at worst, never a 500, and of a refused request nothing stays. */
class JsonEdgeFuzzIT {
    private static final int REQUESTS = Integer.getInteger("runstream.fuzz.requests", 1500);
    private static final long SEED = Long.getLong("runstream.fuzz.seed", System.nanoTime());
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> QUERIES = List.of(
            "runs/get?run_id=RUN",
            "experiments/get?experiment_id=0",
            "experiments/get-by-name?experiment_name=Default",
            "experiments/search?max_results=5&order_by=name&view_type=ALL",
            "metrics/get-history?run_id=RUN&metric_key=m&max_results=5",
            "metrics/get-history-bulk-interval?run_ids=RUN&metric_key=m&max_results=5&start_step=0&end_step=9",
            "metrics/get-history-bulk?run_id=RUN&metric_key=m");

    private static final String BATCH =
            "runs/log-batch {\"run_id\": \"RUN\", \"metrics\": [{\"key\": \"MARK\", \"value\":"
                    + " 1.5, \"timestamp\": 7, \"step\": 3}], \"params\": [{\"key\": \"MARK\", \"value\": \"p\"}], \"tags\": [{\"key\":"
                    + " \"MARK\", \"value\": \"t\"}]}";

    private static final List<String> BODIES = List.of(
            BATCH,
            BATCH,
            "runs/create {\"experiment_id\": \"0\", \"user_id\": \"u\", \"run_name\": \"n\", \"start_time\": 5, \"tags\":"
                    + " [{\"key\": \"a\", \"value\": \"b\"}]}",
            "runs/update {\"run_id\": \"RUN\", \"status\": \"RUNNING\", \"end_time\": 9, \"run_name\": \"n\"}",
            "runs/log-metric {\"run_id\": \"RUN\", \"key\": \"m\", \"value\": 1.5, \"timestamp\": 7, \"step\": 3}",
            "runs/log-parameter {\"run_id\": \"RUN\", \"key\": \"MARK\", \"value\": \"v\"}",
            "runs/set-tag {\"run_id\": \"RUN\", \"key\": \"MARK\", \"value\": \"v\"}",
            "runs/delete-tag {\"run_id\": \"RUN\", \"key\": \"MARK\"}",
            "runs/log-inputs {\"run_id\": \"RUN\", \"datasets\": [{\"tags\": [{\"key\": \"k\", \"value\": \"v\"}], \"dataset\":"
                    + " {\"name\": \"n\", \"digest\": \"d\", \"source_type\": \"t\", \"source\": \"s\", \"schema\": \"{}\"}}],"
                    + " \"models\": [{\"model_id\": \"m\"}]}",
            "runs/outputs {\"run_id\": \"RUN\", \"models\": [{\"model_id\": \"m\", \"step\": 1}]}",
            "runs/restore {\"run_id\": \"RUN\"}",
            "runs/search {\"experiment_ids\": [\"0\"], \"filter\": \"metrics.m > 1 and tags.a = 'b'\", \"run_view_type\":"
                    + " \"ALL\", \"max_results\": 5, \"order_by\": [\"metrics.m DESC\"], \"page_token\": \"\"}",
            "experiments/create {\"name\": \"MARK\", \"artifact_location\": \"\", \"tags\": [{\"key\": \"a\", \"value\":"
                    + " \"b\"}]}",
            "experiments/update {\"experiment_id\": \"0\", \"new_name\": \"Default\"}",
            "experiments/search {\"max_results\": 5, \"filter\": \"name LIKE 'D%'\", \"order_by\": [\"name\"], \"view_type\":"
                    + " \"ALL\"}",
            "experiments/set-experiment-tag {\"experiment_id\": \"0\", \"key\": \"MARK\", \"value\": \"v\"}",
            "experiments/delete-experiment-tag {\"experiment_id\": \"0\", \"key\": \"MARK\"}",
            "experiments/search-datasets {\"experiment_ids\": [\"0\"]}");

    private final Random random = new Random(SEED);
    private final RequestMutator mutator = new RequestMutator(random);
    private final HttpClient client = HttpClient.newHttpClient();
    private final Set<String> refusedMarks = new HashSet<>();
    private RunstreamProcess runstream;
    private URI root;
    private String run;

    @BeforeEach
    void start(@TempDir Path data) throws IOException {
        runstream = RunstreamProcess.start(data);
        root = runstream.url().resolve("/api/2.0/mlflow/");
        try (TrackingApi api = new TrackingApi(runstream.url())) {
            run = api.createRun();
        }
    }

    @AfterEach
    void stop() throws InterruptedException {
        client.close();
        runstream.close();
    }

    @Test
    void oddRequestsGetCleanAnswersAndLeaveNothingHalfWritten() throws Exception {
        for (int i = 0; i < REQUESTS; i++) {
            if (i % 4 == 3) {
                query();
            } else {
                body("mark" + i);
            }
        }
        assertThat(refusedMarks).as("refused batches, seed " + SEED).isNotEmpty();
        assertRefusedBatchesLeftNothing();
    }

    private void query() throws IOException, InterruptedException {
        String query = pick(QUERIES).replace("RUN", run);
        int value = query.indexOf('=', random.nextInt(query.indexOf('=') + 1)) + 1;
        int end = query.indexOf('&', value);
        String odd = URLEncoder.encode(mutator.oddity().replace("\"", ""), StandardCharsets.UTF_8);
        String mutated = query.substring(0, value)
                + (odd.length() > 2000 ? odd.substring(0, 2000) : odd)
                + (end < 0 ? "" : query.substring(end));
        send(mutated, HttpRequest.newBuilder(URI.create(root + mutated)).GET());
    }

    private void body(String mark) throws IOException, InterruptedException {
        String template = pick(BODIES);
        int blank = template.indexOf(' ');
        String request = template.substring(blank + 1).replace("RUN", run).replace("MARK", mark);
        byte[] body = mutator.mutate(request);
        int status = send(
                template.substring(0, blank) + " " + new String(body, StandardCharsets.UTF_8),
                HttpRequest.newBuilder(root.resolve(template.substring(0, blank)))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(body)));
        if (status != 200 && template.equals(BATCH)) {
            refusedMarks.add(mark);
        }
    }

    private int send(String what, HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
        String context = what.length() > 500 ? what.substring(0, 500) + ".." : what;
        assertThat(answer.statusCode())
                .as("%s, seed %d: %s", context, SEED, answer.body())
                .isLessThan(500);
        if (answer.statusCode() != 200) {
            JsonNode error = JSON.readTree(answer.body());
            assertThat(error.path("error_code").asText()).as(context).isNotEmpty();
            assertThat(error.path("message").asText()).as(context).isNotEmpty().doesNotContain("Exception", "\tat ");
        }
        return answer.statusCode();
    }

    private void assertRefusedBatchesLeftNothing() throws IOException {
        try (TrackingApi api = new TrackingApi(runstream.url())) {
            JsonNode data = api.run(run).path("data");
            for (String kind : List.of("metrics", "params", "tags")) {
                for (JsonNode entry : data.path(kind)) {
                    assertThat(refusedMarks)
                            .as(kind + ", seed " + SEED)
                            .doesNotContain(entry.path("key").asText());
                }
            }
        }
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
