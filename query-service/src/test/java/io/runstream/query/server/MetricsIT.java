package io.runstream.query.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.runstream.testkit.KafkaBackend;
import io.runstream.testkit.PostgresBackend;
import io.runstream.testkit.metrics.MetricTable;
import io.runstream.testkit.metrics.Scrape;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(KafkaBackend.class)
@WithTestResource(PostgresBackend.class)
class MetricsIT {
    @Test
    void theReadmeListsWhatTheServiceTells() {
        given().get("/api/2.0/mlflow/experiments/search?max_results=1");

        await().untilAsserted(() -> assertThat(scrape().ownMetrics()).isEqualTo(MetricTable.of(Path.of("README.md"))));
    }

    @Test
    void tellsTheLagOfEveryPartition() {
        await().untilAsserted(() -> assertThat(scrape().text())
                .contains("runstream_projection_lag{partition=\"0\"} 0.0")
                .contains("runstream_projection_lag{partition=\"7\"} 0.0")
                .contains("runstream_projection_lag_seconds{partition=\"7\"} 0.0"));
    }

    @Test
    void requestsAreTimedByRouteAndNeverByWhatTheyAskFor() {
        String id = UUID.randomUUID().toString();
        given().get("/ajax-api/2.0/mlflow/logged-models/" + id);
        given().get("/static-files/" + id + ".js");
        given().get("/ajax-api/3.0/mlflow/traces/" + id);
        given().get("/" + id);

        assertThat(scrape().text())
                .contains("uri=\"/api/2.0/mlflow/logged-models/{id}\"")
                .doesNotContain(id);
    }

    private static Scrape scrape() {
        return new Scrape(given().get("/q/metrics").asString());
    }
}
