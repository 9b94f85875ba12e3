package io.runstream.query.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.runstream.testkit.KafkaBackend;
import io.runstream.testkit.PostgresBackend;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(KafkaBackend.class)
@WithTestResource(PostgresBackend.class)
class HealthIT {
    @Test
    void livesWhileItsProjectorsDoWhateverElseIsAway() {
        assertThat(checks("live")).containsExactly("projectors");
    }

    @Test
    void isReadyWhenPostgresAnswersAndTheLogIsProjected() {
        await().untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));

        assertThat(checks("ready")).containsExactlyInAnyOrder("Postgres", "caught up with the log", "access directory");
    }

    private static List<String> checks(String kind) {
        return given().get("/q/health/" + kind).jsonPath().getList("checks.name");
    }
}
