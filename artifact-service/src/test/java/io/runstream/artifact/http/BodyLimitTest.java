package io.runstream.artifact.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.runstream.testkit.S3Backend;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(BodyLimitTest.OneKilobyte.class)
@WithTestResource(S3Backend.class)
class BodyLimitTest {
    private static final String JSON_ROUTE = "/api/2.0/mlflow-artifacts/mpu/create/a";
    private static final byte[] LONG = ("{\"path\":\"" + "a".repeat(100_000) + "\"}").getBytes();

    /** A limit that is quickly reached. */
    public static final class OneKilobyte implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("runstream.http.max-body-size", "1K");
        }
    }

    @Test
    void aBodyThatAnnouncesToBeTooLargeIsRefusedUnread() {
        given().contentType("application/json")
                .body(LONG)
                .post(JSON_ROUTE)
                .then()
                .statusCode(413)
                .contentType("application/json")
                .body("error_code", equalTo("BAD_REQUEST"))
                .body("message", equalTo("Request Entity Too Large"));
    }

    @Test
    void aBodyThatTurnsOutToBeTooLargeIsRefusedAsWell() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + JSON_ROUTE))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(LONG)))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void artifactsHaveNoLimit() {
        String file = "/api/2.0/mlflow-artifacts/artifacts/" + UUID.randomUUID();
        given().contentType("application/octet-stream")
                .body(LONG)
                .put(file)
                .then()
                .statusCode(200);
        assertThat(given().get(file).asByteArray()).hasSize(LONG.length);
    }
}
