package io.runstream.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.runstream.testkit.KafkaBackend;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(IngestApiTest.Impatient.class)
@WithTestResource(KafkaBackend.class)
class HealthTest {
    @Test
    void livesWhileItReadsVerdictsWhateverElseIsAway() {
        assertThat(statusOf("live")).containsExactly(Map.entry("reader of verdicts", "UP"));
    }

    @Test
    void isReadyWhileTheLogIsThereAndOnceTheDefaultExperimentIs() {
        await().untilAsserted(() -> assertThat(statusOf("ready")).containsEntry("log", "UP"));

        assertThat(statusOf("ready")).containsOnlyKeys("log", "default experiment", "access directory");
    }

    private static Map<String, String> statusOf(String kind) {
        Map<String, String> status = new TreeMap<>();
        given().get("/q/health/" + kind)
                .jsonPath()
                .<Map<String, String>>getList("checks")
                .forEach(check -> status.put(check.get("name"), check.get("status")));
        return status;
    }
}
