package io.runstream.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the process in the middle of its work, again and again on the same folder. */
class CrashIT {
    private static final int KILLS = Integer.getInteger("runstream.kills", 3);
    private static final int WRITERS = 8;
    private static final int FACTS_BEFORE_KILL = 400;

    @TempDir
    Path data;

    @Test
    void everyAcknowledgedFactIsThereOnceAfterEachKill() throws Exception {
        List<Writer> writers = new ArrayList<>();
        for (int kill = 0; kill < KILLS; kill++) {
            // When
            writers.addAll(verifyAndLogUntilKilled(writers));
        }
        // Then
        try (RunstreamProcess runstream = RunstreamProcess.start(data);
                TrackingApi api = new TrackingApi(runstream.url())) {
            verify(writers, api);
        }
        assertThat(writers).hasSize(KILLS * WRITERS);
    }

    /** What comes up after a kill tells what was acknowledged before, works on, and is killed itself. */
    private List<Writer> verifyAndLogUntilKilled(List<Writer> before) throws IOException, InterruptedException {
        AtomicInteger acknowledged = new AtomicInteger();
        List<Writer> writers = new ArrayList<>();
        RunstreamProcess runstream = RunstreamProcess.start(data);
        try (TrackingApi api = new TrackingApi(runstream.url());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                verify(before, api);
                for (int i = 0; i < WRITERS; i++) {
                    writers.add(new Writer(api, api.createRun(), acknowledged));
                }
                writers.forEach(threads::execute);
                await().atMost(Duration.ofMinutes(2)).until(() -> acknowledged.get() >= FACTS_BEFORE_KILL);
            } finally {
                // Ends the writers, which closing the executor waits for.
                runstream.kill();
            }
        }
        return writers;
    }

    private static void verify(List<Writer> writers, TrackingApi api) throws IOException {
        for (Writer writer : writers) {
            writer.verify(api);
        }
    }
}
