package io.runstream.cluster.load;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Something that a client asks the server to keep. No two writes of a test keep the same, so that each can be looked for. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Write.CreateExperiment.class, name = "experiment"),
    @JsonSubTypes.Type(value = Write.CreateRun.class, name = "run"),
    @JsonSubTypes.Type(value = Write.LogMetric.class, name = "metric"),
    @JsonSubTypes.Type(value = Write.LogParam.class, name = "param"),
    @JsonSubTypes.Type(value = Write.SetTag.class, name = "tag"),
    @JsonSubTypes.Type(value = Write.LogBatch.class, name = "batch"),
    @JsonSubTypes.Type(value = Write.FinishRun.class, name = "end of run"),
    @JsonSubTypes.Type(value = Write.DeleteRun.class, name = "deletion")
})
public sealed interface Write {

    /** Behind {@code /api/2.0/mlflow/}. */
    String path();

    /** The request, as JSON. */
    Map<String, Object> body();

    /** What it is called in tables. */
    String word();

    /** Whether it is acknowledged without a projector. */
    @JsonIgnore
    default boolean isAppend() {
        return false;
    }

    /** @param name unique */
    record CreateExperiment(String name) implements Write {
        @Override
        public String path() {
            return "experiments/create";
        }

        @Override
        public Map<String, Object> body() {
            return Map.of("name", name);
        }

        @Override
        public String word() {
            return "experiments";
        }
    }

    /** @param name unique, unlike MLflow asks for */
    record CreateRun(String name) implements Write {
        @Override
        public String path() {
            return "runs/create";
        }

        @Override
        public Map<String, Object> body() {
            return Map.of("experiment_id", "0", "run_name", name, "start_time", 1);
        }

        @Override
        public String word() {
            return "runs";
        }
    }

    /** The value is the step's. */
    record LogMetric(String run, String key, long step) implements Write {
        @Override
        public String path() {
            return "runs/log-metric";
        }

        @Override
        public Map<String, Object> body() {
            return Map.of("run_id", run, "key", key, "value", step, "timestamp", step, "step", step);
        }

        @Override
        public String word() {
            return "points";
        }

        @Override
        public boolean isAppend() {
            return true;
        }
    }

    record LogParam(String run, String key, String value) implements Write {
        @Override
        public String path() {
            return "runs/log-parameter";
        }

        @Override
        public Map<String, Object> body() {
            return Map.of("run_id", run, "key", key, "value", value);
        }

        @Override
        public String word() {
            return "params";
        }
    }

    record SetTag(String run, String key, String value) implements Write {
        @Override
        public String path() {
            return "runs/set-tag";
        }

        @Override
        public Map<String, Object> body() {
            return Map.of("run_id", run, "key", key, "value", value);
        }

        @Override
        public String word() {
            return "tags";
        }

        @Override
        public boolean isAppend() {
            return true;
        }
    }

    /**
     * Metrics, tags and perhaps params at once.
     *
     * @param mark begins the keys of all its parts
     * @param tagLength of each tag's value
     */
    record LogBatch(String run, String mark, int metrics, int params, int tags, int tagLength) implements Write {
        @Override
        public String path() {
            return "runs/log-batch";
        }

        @Override
        public Map<String, Object> body() {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("run_id", run);
            body.put("metrics", metricBodies());
            body.put("params", labels("p", params, "v"));
            body.put("tags", labels("t", tags, tagValue()));
            return body;
        }

        private List<Map<String, Object>> metricBodies() {
            List<Map<String, Object>> bodies = new ArrayList<>();
            for (int i = 0; i < metrics; i++) {
                bodies.add(Map.of("key", mark + "m", "value", i, "timestamp", i, "step", i));
            }
            return bodies;
        }

        private List<Map<String, Object>> labels(String kind, int count, String value) {
            List<Map<String, Object>> labels = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                labels.add(Map.of("key", mark + kind + i, "value", value));
            }
            return labels;
        }

        /** What each of its tags says. */
        public String tagValue() {
            return "x".repeat(tagLength);
        }

        @Override
        public String word() {
            return "batches";
        }

        @Override
        public boolean isAppend() {
            return params == 0;
        }
    }

    record FinishRun(String run, long endTime) implements Write {
        @Override
        public String path() {
            return "runs/update";
        }

        @Override
        public Map<String, Object> body() {
            return Map.of("run_id", run, "status", "FINISHED", "end_time", endTime);
        }

        @Override
        public String word() {
            return "ends of runs";
        }
    }

    record DeleteRun(String run) implements Write {
        @Override
        public String path() {
            return "runs/delete";
        }

        @Override
        public Map<String, Object> body() {
            return Map.of("run_id", run);
        }

        @Override
        public String word() {
            return "deletions";
        }
    }
}
