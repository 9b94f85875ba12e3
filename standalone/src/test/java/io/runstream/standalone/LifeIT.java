package io.runstream.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An ordinary life: start, log, stop, rebuild the tables, start again. */
class LifeIT {
    @TempDir
    Path data;

    @Test
    void whatWasLoggedIsThereAfterAStopAndAfterAReplay() throws Exception {
        // Given
        String run;
        try (RunstreamProcess runstream = RunstreamProcess.start(data);
                TrackingApi api = new TrackingApi(runstream.url());
                ArtifactApi artifacts = new ArtifactApi(runstream.url())) {
            run = api.createRun();
            api.logMetric(run, "loss", 7);
            artifacts.put("0/" + run + "/artifacts/notes.txt", "hello");
            // When
            assertThat(RunstreamProcess.run(data))
                    .containsExactly("The data folder " + data + " is in use by another Runstream:"
                            + " stop it (./runstream down) or choose another folder (--data).");
            assertThat(runstream.stop()).isEqualTo(143);
        }
        List<String> replay = RunstreamProcess.run(data, "--replay");
        // Then
        assertThat(replay.getLast()).startsWith("Replay: 100 %");
        try (RunstreamProcess runstream = RunstreamProcess.start(data);
                TrackingApi api = new TrackingApi(runstream.url());
                ArtifactApi artifacts = new ArtifactApi(runstream.url())) {
            assertThat(api.steps(run, "loss")).containsExactly(7L);
            assertThat(artifacts.get("0/" + run + "/artifacts/notes.txt").body())
                    .isEqualTo("hello");
        }
    }
}
