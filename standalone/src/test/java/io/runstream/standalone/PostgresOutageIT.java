package io.runstream.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.runstream.embedded.EmbeddedPostgres;
import io.runstream.embedded.PostgresSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresOutageIT {
    private static final long FACTS = 50;

    @TempDir
    Path data;

    @Test
    void trainingGoesOnLoggingWhilePostgresIsDownAndIsSeenWhenItIsBack() throws Exception {
        try (RunstreamProcess runstream = RunstreamProcess.start(data);
                TrackingApi api = new TrackingApi(runstream.url())) {
            // Given
            int port = runstream.postgresPort();
            String run = api.createRun();
            api.logMetric(run, "loss", 0);
            assertThat(EmbeddedPostgres.stopLeftover(runstream.postgresFolder()))
                    .isTrue();
            // When
            for (long step = 1; step < FACTS; step++) {
                api.logMetric(run, "loss", step);
            }
            EmbeddedPostgres.start(
                    runstream.postgresFolder(), PostgresSettings.defaults().withPort(port));
            // Then
            List<Long> all = LongStream.range(0, FACTS).boxed().toList();
            await().atMost(Duration.ofMinutes(1))
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(api.steps(run, "loss")).isEqualTo(all));
        }
    }
}
