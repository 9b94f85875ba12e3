package io.runstream.bench.workload;

import com.fasterxml.jackson.databind.JsonNode;
import io.runstream.bench.http.TrackingClient;
import java.util.List;

/** Sees whether what was acknowledged can be read. */
final class ReadBack {

    private static final String MARK = "bench.mark";

    private final Stage stage;
    private final List<String> runs;
    private int marks;

    /** @param runs what is written to them is applied in the order in which it was acknowledged */
    ReadBack(Stage stage, List<String> runs) {
        this.stage = stage;
        this.runs = runs;
    }

    /** Writes a mark to each run and returns when all can be seen, and with them all that was acknowledged before. */
    void awaitVisible() {
        String mark = Integer.toString(++marks);
        new Crew(stage.address()).map(runs, (client, run) -> {
            client.post(
                    "runs/set-tag",
                    TrackingClient.object().put("run_id", run).put("key", MARK).put("value", mark));
            int asked = 0;
            while (!mark.equals(markOf(client, run))) {
                asked++;
            }
            return asked;
        });
    }

    private static String markOf(TrackingClient client, String run) {
        for (JsonNode tag : client.getRun(run).path("run").path("data").path("tags")) {
            if (tag.path("key").asText().equals(MARK)) {
                return tag.path("value").asText();
            }
        }
        return "";
    }

    /** All points of the given series of all runs, as the history shows them. */
    long countPoints(List<String> series) {
        return new Crew(stage.address())
                        .map(
                                runs,
                                (client, run) -> series.stream()
                                        .mapToLong(key -> client.countHistory(run, key))
                                        .sum())
                        .stream()
                        .mapToLong(Long::longValue)
                        .sum();
    }
}
