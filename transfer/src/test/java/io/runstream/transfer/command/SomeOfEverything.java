package io.runstream.transfer.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a team leaves on a server over some weeks, and all that the server tells of it. */
final class SomeOfEverything {
    private static final int RUNS = 24;
    private static final int LARGE = 6 << 20;

    private final MlflowApi api;
    private final List<String> runs = new ArrayList<>();
    private final List<String> artifacts = new ArrayList<>();

    SomeOfEverything(MlflowApi api) {
        this.api = api;
    }

    void write() {
        String vision = experiment("vision");
        String deleted = experiment("deleted");
        for (int i = 0; i < RUNS; i++) {
            run(i % 3 == 0 ? vision : i % 3 == 1 ? deleted : "0", i);
        }
        api.post("experiments/delete", Map.of("experiment_id", deleted));
        api.post("experiments/update", Map.of("experiment_id", vision, "new_name", "seeing"));
        lifecycles();
        registry();
        loggedModel(vision);
    }

    private String experiment(String name) {
        String id = api.post("experiments/create", Map.of("name", name))
                .path("experiment_id")
                .asText();
        api.post("experiments/set-experiment-tag", Map.of("experiment_id", id, "key", "team", "value", name));
        return id;
    }

    private void run(String experiment, int number) {
        JsonNode info = api.post(
                        "runs/create",
                        Map.of("experiment_id", experiment, "run_name", "run " + number, "start_time", 1_000 + number))
                .at("/run/info");
        String run = info.path("run_id").asText();
        runs.add(run);
        api.post("runs/log-parameter", Map.of("run_id", run, "key", "alpha", "value", "0." + number));
        int refused = api.tryPost("runs/log-parameter", Map.of("run_id", run, "key", "alpha", "value", "another"));
        if (refused != 400) {
            throw new AssertionError("A param was changed: " + refused);
        }
        for (int step = 0; step < 20; step++) {
            Object value = step == 7 ? "NaN" : Math.sin(number + step);
            api.post(
                    "runs/log-metric",
                    Map.of("run_id", run, "key", "loss", "value", value, "timestamp", step, "step", step));
        }
        api.post("runs/set-tag", Map.of("run_id", run, "key", "kept", "value", "yes"));
        api.post("runs/set-tag", Map.of("run_id", run, "key", "gone", "value", "soon"));
        api.post("runs/delete-tag", Map.of("run_id", run, "key", "gone"));
        api.post("runs/update", Map.of("run_id", run, "status", "FINISHED", "end_time", 9_000));
        upload(
                experiment + "/" + run + "/artifacts/notes/day%20" + number + ".txt",
                ("note " + number).getBytes(StandardCharsets.UTF_8));
        if (number == 0) {
            byte[] large = new byte[LARGE];
            Arrays.fill(large, (byte) 7);
            upload(experiment + "/" + run + "/artifacts/model.bin", large);
        }
    }

    private void upload(String path, byte[] content) {
        api.upload(path, content);
        artifacts.add(path);
    }

    /** Runs of the experiment Default are among them: the target has made its own, later. */
    private void lifecycles() {
        for (int i = 0; i < RUNS; i += 4) {
            api.post("runs/delete", Map.of("run_id", runs.get(i)));
        }
        api.post("runs/restore", Map.of("run_id", runs.get(4)));
    }

    private void registry() {
        api.post("registered-models/create", Map.of("name", "reader"));
        for (int i = 0; i < 3; i++) {
            api.post(
                    "model-versions/create",
                    Map.of("name", "reader", "source", "s3://bucket/model", "run_id", runs.get(i)));
        }
        api.post("registered-models/rename", Map.of("name", "reader", "new_name", "writer"));
        api.post("registered-models/alias", Map.of("name", "writer", "alias", "champion", "version", "2"));
        api.post("registered-models/set-tag", Map.of("name", "writer", "key", "k", "value", "v"));
        api.delete("model-versions/delete", Map.of("name", "writer", "version", "1"));
        api.patch("registered-models/update", Map.of("name", "writer", "description", "It writes."));
    }

    private void loggedModel(String experiment) {
        String model = api.post("logged-models", Map.of("experiment_id", experiment, "name", "net"))
                .at("/model/info/model_id")
                .asText();
        api.patch("logged-models/" + model, Map.of("model_id", model, "status", "LOGGED_MODEL_READY"));
    }

    /** Asks a server for all of it. */
    Map<String, Object> readFrom(MlflowApi other) {
        Map<String, Object> answers = new LinkedHashMap<>();
        JsonNode experiments = other.post(
                "experiments/search",
                Map.of("view_type", "ALL", "max_results", 100, "order_by", List.of("experiment_id")));
        List<String> ids = experiments.path("experiments").findValuesAsText("experiment_id");
        answers.put("experiments", experiments);
        answers.put(
                "runs",
                other.post("runs/search", Map.of("experiment_ids", ids, "run_view_type", "ALL", "max_results", 1_000)));
        for (String run : runs) {
            answers.put(run, other.get("runs/get?run_id=" + run));
            answers.put("history of " + run, other.get("metrics/get-history?metric_key=loss&run_id=" + run));
        }
        answers.put("models", other.get("registered-models/search"));
        answers.put("versions", other.get("model-versions/search"));
        answers.put("logged models", other.post("logged-models/search", Map.of("experiment_ids", ids)));
        for (String path : artifacts) {
            answers.put(path, Arrays.hashCode(other.download(path)));
        }
        return answers;
    }
}
