package io.runstream.bench.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.runstream.bench.http.Requests;
import io.runstream.bench.http.TrackingClient;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** The requests that read. Each is asked once beforehand, and its answer checked: speed counts for right answers only. */
final class Reads {

    private static final int PAGE = 100;
    private static final int MODELS = 200;
    private static final int MODEL_PARAMS = 10;
    private static final String HISTORY_KEY = "loss";
    private static final int FILTERED = 47;
    private static final int BATCH = 1_000;

    private Reads() {}

    static List<byte[]> getRun(Stage stage) {
        return stage.seed().runs().stream()
                .map(run -> Requests.get("runs/get?run_id=" + run))
                .toList();
    }

    static List<byte[]> getModel(Stage stage) {
        try (TrackingClient client = stage.client()) {
            return IntStream.range(0, MODELS)
                    .mapToObj(i -> Requests.get("logged-models/" + createModel(client, stage.seed(), i)))
                    .toList();
        }
    }

    private static String createModel(TrackingClient client, SeedData seed, int number) {
        ObjectNode model = TrackingClient.object();
        model.put("experiment_id", seed.scratch()).put("name", "model-" + number);
        ArrayNode params = model.putArray("params");
        for (int key = 0; key < MODEL_PARAMS; key++) {
            params.addObject().put("key", "p" + key).put("value", "v" + number);
        }
        return client.post("logged-models", model)
                .path("model")
                .path("info")
                .path("model_id")
                .asText();
    }

    static List<byte[]> page(Stage stage) {
        return search(stage, TrackingClient.object(), PAGE);
    }

    /** Matches 47 of the 1,000 seeded runs. */
    static List<byte[]> filtered(Stage stage) {
        ObjectNode request = TrackingClient.object().put("filter", "metrics.m0 > 0.5 and params.p0 = 'v1'");
        request.putArray("order_by").add("metrics.m1 DESC");
        return search(stage, request, FILTERED);
    }

    private static List<byte[]> search(Stage stage, ObjectNode request, int expected) {
        request.putArray("experiment_ids").add(stage.seed().experiment());
        request.put("max_results", PAGE);
        try (TrackingClient client = stage.client()) {
            JsonNode runs = client.post("runs/search", request).path("runs");
            require(runs.size(), expected, "runs found");
            require(runs.path(0).path("data").path("metrics").size(), 20, "metrics of a run");
        }
        return List.of(Requests.post("runs/search", request.toString()));
    }

    static List<byte[]> history(Stage stage, int points) {
        try (TrackingClient client = stage.client()) {
            String run = client.createRun(TrackingClient.object()
                    .put("experiment_id", stage.seed().scratch())
                    .put("start_time", 1));
            SplittableRandom random = new SplittableRandom(points);
            for (int first = 0; first < points; first += BATCH) {
                client.post("runs/log-batch", batch(run, HISTORY_KEY, first, BATCH, random));
            }
            require(client.countHistory(run, HISTORY_KEY), points, "points in the history");
            return List.of(Requests.get("metrics/get-history?run_id=" + run + "&metric_key=" + HISTORY_KEY));
        }
    }

    /** A batch of points of one series, at steps that follow one another. */
    static ObjectNode batch(String run, String key, int firstStep, int count, SplittableRandom random) {
        ObjectNode batch = TrackingClient.object().put("run_id", run);
        ArrayNode metrics = batch.putArray("metrics");
        for (int step = firstStep; step < firstStep + count; step++) {
            metrics.addObject()
                    .put("key", key)
                    .put("value", random.nextDouble())
                    .put("timestamp", 1_700_000_000_000L + step * 37L)
                    .put("step", step);
        }
        return batch;
    }

    private static void require(long actual, long expected, String what) {
        if (actual != expected) {
            throw new IllegalStateException("Expected %,d %s, got %,d".formatted(expected, what, actual));
        }
    }
}
