package io.runstream.bench.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.runstream.bench.http.TrackingClient;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/**
 * One client logs a metric; as soon as that is acknowledged another asks for the run, until it sees it. Goes around
 * several runs, since they lie in different partitions.
 */
final class VisibilityProbe implements AutoCloseable {

    private static final int RUNS = 16;
    private static final String KEY = "probe";

    private final TrackingClient writer;
    private final TrackingClient reader;
    private final List<String> runs;
    private final Histogram delays = new Histogram(3);
    private long stale;
    private int step;

    VisibilityProbe(Stage stage) {
        writer = stage.client();
        reader = stage.client();
        runs = IntStream.range(0, RUNS)
                .mapToObj(i -> writer.createRun(TrackingClient.object()
                        .put("experiment_id", stage.seed().scratch())
                        .put("start_time", 1 + i)))
                .toList();
    }

    /** Probes until the time is over or the thread is interrupted. */
    Visibility run(Duration duration, Duration pause) {
        long end = System.nanoTime() + duration.toNanos();
        try {
            while (System.nanoTime() < end) {
                probe();
                Thread.sleep(pause);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return new Visibility(delays, stale);
    }

    private void probe() {
        String run = runs.get(step % RUNS);
        step++;
        ObjectNode metric = TrackingClient.object()
                .put("run_id", run)
                .put("key", KEY)
                .put("value", 0.5)
                .put("timestamp", step)
                .put("step", step);
        writer.post("runs/log-metric", metric);
        long acknowledged = System.nanoTime();
        while (latestStep(run) < step) {
            stale++;
        }
        delays.recordValue((System.nanoTime() - acknowledged) / 1_000);
    }

    private int latestStep(String run) {
        for (JsonNode metric : reader.getRun(run).path("run").path("data").path("metrics")) {
            if (metric.path("key").asText().equals(KEY)) {
                return metric.path("step").asInt();
            }
        }
        return 0;
    }

    @Override
    public void close() {
        writer.close();
        reader.close();
    }
}
