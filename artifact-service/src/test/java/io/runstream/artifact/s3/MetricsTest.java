package io.runstream.artifact.s3;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.runstream.testkit.S3Backend;
import io.runstream.testkit.metrics.MetricTable;
import io.runstream.testkit.metrics.Scrape;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(S3Backend.class)
class MetricsTest {
    @Test
    void theReadmeListsWhatTheServiceTells() {
        given().get("/api/2.0/mlflow-artifacts/artifacts/a");

        assertThat(scrape().ownMetrics()).isEqualTo(MetricTable.of(Path.of("README.md")));
    }

    @Test
    void requestsAreTimedByRouteAndNeverByThePathOfAFile() {
        String name = UUID.randomUUID().toString();
        given().get("/api/2.0/mlflow-artifacts/artifacts/folder/" + name);

        assertThat(scrape().text())
                .contains("uri=\"/api/2.0/mlflow-artifacts/artifacts/{path:.+}\"")
                .doesNotContain(name);
    }

    private static Scrape scrape() {
        return new Scrape(given().get("/q/metrics").asString());
    }
}
