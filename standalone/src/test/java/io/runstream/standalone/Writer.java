package io.runstream.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;

/** Logs to one run, one fact after the other, until the server is gone; remembers which were acknowledged. */
final class Writer implements Runnable {
    private static final String METRIC = "loss";

    private final TrackingApi api;
    private final String runId;
    private final AtomicInteger acknowledgedByAll;
    private long acknowledged;

    Writer(TrackingApi api, String runId, AtomicInteger acknowledgedByAll) {
        this.api = api;
        this.runId = runId;
        this.acknowledgedByAll = acknowledgedByAll;
    }

    @Override
    public void run() {
        try {
            while (true) {
                logNext(acknowledged);
                acknowledged++;
                acknowledgedByAll.incrementAndGet();
            }
        } catch (IOException e) {
            // The server was killed; the fact in flight may be there or not.
        }
    }

    /** Three kinds of facts take turns: a metric and a tag, which are appends, and a param, which is a command. */
    private void logNext(long number) throws IOException {
        switch (Kind.of(number)) {
            case METRIC -> api.logMetric(runId, METRIC, number);
            case TAG -> api.setTag(runId, "tag." + number);
            case PARAM -> api.logParam(runId, "param." + number);
        }
    }

    /** Every acknowledged fact is there once, and nothing else but perhaps the one that was in flight, once. */
    void verify(TrackingApi server) throws IOException {
        JsonNode data = server.run(runId).path("data");
        verify(Kind.METRIC, server.steps(runId, METRIC));
        verify(Kind.TAG, numbers(data.path("tags"), "tag."));
        verify(Kind.PARAM, numbers(data.path("params"), "param."));
    }

    private void verify(Kind kind, List<Long> found) {
        List<Long> expected = LongStream.range(0, acknowledged)
                .filter(number -> Kind.of(number) == kind)
                .boxed()
                .toList();
        assertThat(found)
                .as("%s facts of run %s", kind, runId)
                .doesNotHaveDuplicates()
                .containsAll(expected);
        Set<Long> inFlight = new HashSet<>(found);
        expected.forEach(inFlight::remove);
        assertThat(inFlight).as("%s facts of run %s in flight", kind, runId).isSubsetOf(acknowledged);
    }

    private static List<Long> numbers(JsonNode pairs, String prefix) {
        return StreamSupport.stream(pairs.spliterator(), false)
                .map(pair -> pair.path("key").asText())
                .filter(key -> key.startsWith(prefix))
                .map(key -> Long.parseLong(key.substring(prefix.length())))
                .toList();
    }

    private enum Kind {
        METRIC,
        TAG,
        PARAM;

        static Kind of(long number) {
            return values()[(int) (number % values().length)];
        }
    }
}
