package io.runstream.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.runstream.testkit.KafkaBackend;
import io.runstream.testkit.metrics.MetricTable;
import io.runstream.testkit.metrics.Scrape;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(IngestApiTest.Impatient.class)
@WithTestResource(KafkaBackend.class)
class MetricsTest {
    @Test
    void theReadmeListsWhatTheServiceTells() {
        assertThat(scrape().ownMetrics()).isEqualTo(MetricTable.of(Path.of("README.md")));
    }

    @Test
    void requestsAreTimedByRouteAndNeverByWhatTheyAskFor() {
        String id = UUID.randomUUID().toString();
        given().contentType("application/json").body("{}").patch("/api/2.0/mlflow/logged-models/" + id);
        given().get("/" + id);

        assertThat(scrape().text())
                .contains("uri=\"/api/2.0/mlflow/logged-models/{id}\"")
                .doesNotContain(id);
    }

    private static Scrape scrape() {
        return new Scrape(given().get("/q/metrics").asString());
    }
}
