package io.runstream.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreOutageIT {
    @TempDir
    Path data;

    @Test
    void whileArtifactsAreAwayTrackingGoesOnAndTheyAreThereWhenTheyAreBack() throws Exception {
        try (RunstreamProcess runstream = RunstreamProcess.start(data);
                TrackingApi tracking = new TrackingApi(runstream.url());
                ArtifactApi artifacts = new ArtifactApi(runstream.url())) {
            // Given
            assertThat(artifacts.put("run/f", "kept").statusCode()).isEqualTo(200);
            Path objects = data.resolve("artifacts/objects");
            Path elsewhere = data.resolve("artifacts/unplugged");
            // When
            Files.move(objects, elsewhere);
            // Then
            for (HttpResponse<String> answer :
                    List.of(artifacts.get("run/f"), artifacts.put("run/g", "new"), artifacts.list("run"))) {
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
                assertThat(answer.headers().firstValue("Retry-After")).contains("2");
            }
            String run = tracking.createRun();
            tracking.logMetric(run, "loss", 7);
            assertThat(tracking.steps(run, "loss")).containsExactly(7L);
            // When
            Files.move(elsewhere, objects);
            // Then
            assertThat(artifacts.get("run/f").body()).isEqualTo("kept");
        }
    }
}
