package io.runstream.query.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.runstream.testkit.KafkaBackend;
import io.runstream.testkit.PostgresBackend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What pages of other sites can't do with a user's browser, on routes of every kind. */
@QuarkusTest
@WithTestResource(KafkaBackend.class)
@WithTestResource(PostgresBackend.class)
class BrowserGuardIT {
    private static final String EVIL = "http://evil.example";

    @ParameterizedTest
    @CsvSource({
        "GET, /",
        "GET, /static-files/static/js/main.js",
        "GET, /api/2.0/mlflow/experiments/get?experiment_id=0",
        "POST, /ajax-api/2.0/mlflow/runs/search",
        "GET, /api/3.0/mlflow/server-info",
        "POST, /graphql",
        "PUT, /api/2.0/mlflow-artifacts/artifacts/x",
        "GET, /get-artifact?run_id=x&path=y",
        "GET, /health/../api/3.0/mlflow/server-info",
        "GET, /health/",
        "GET, /no/such/path",
    })
    void noRouteAnswersUnderAForeignName(Method method, String path) {
        Response response = as("rebound.example:5000").request(method, path);

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.asString()).isEqualTo("Invalid Host header - possible DNS rebinding attack detected");
        assertThat(response.contentType()).startsWith("text/plain");
        assertThat(response.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/version", "/q/health/live", "/q/metrics"})
    void probesMayCallTheServerAnything(String path) {
        assertThat(as("pod-7.cluster.example").get(path).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/2.0/mlflow/experiments/create",
        "POST, /ajax-api/2.0/mlflow/runs/log-metric",
        "PATCH, /api/2.0/mlflow/registered-models/update",
        "DELETE, /api/2.0/mlflow/model-versions/delete",
        "PUT, /api/2.0/mlflow-artifacts/artifacts/x",
        "POST, /api/2.0/mlflow-artifacts/mpu/create/x",
        "POST, /ajax-api/2.0/mlflow/upload-artifact?run_uuid=x&path=y",
        "POST, /api/../api/2.0/mlflow/experiments/create",
        "POST, //api/2.0/mlflow/experiments/create",
    })
    void noRouteTakesWritesFromPagesOfOtherSites(Method method, String path) {
        for (String origin : new String[] {EVIL, "null", "http://localhost.evil.example"}) {
            Response response = from(origin).body("{}").request(method, path);

            assertThat(response.statusCode()).as(origin).isEqualTo(403);
            assertThat(response.asString()).isEqualTo("Cross-origin request blocked");
            assertThat(response.header("Access-Control-Allow-Origin")).isNull();
        }
    }

    @Test
    void aPageOfAnotherSiteCannotReadAnswers() {
        Response response = from(EVIL).get("/api/3.0/mlflow/server-info");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.header("Access-Control-Allow-Origin")).isNull();
        assertThat(response.header("Vary")).isEqualTo("origin");
    }

    @Test
    void aPageOfThisMachineReadsAndWrites() {
        Response read = from("http://localhost:3000").get("/api/3.0/mlflow/server-info");
        Response write = from("http://localhost:3000").body("{}").post("/graphql");

        assertThat(read.header("Access-Control-Allow-Origin")).isEqualTo("http://localhost:3000");
        assertThat(read.header("Access-Control-Allow-Credentials")).isEqualTo("true");
        assertThat(read.header("Access-Control-Expose-Headers")).isEqualTo("*");
        assertThat(write.statusCode()).isEqualTo(400);
    }

    @Test
    void theServersOwnPageWrites() {
        Response response = as("192.168.0.7:5000")
                .header("Origin", "http://192.168.0.7:5000")
                .contentType("application/json")
                .body("{}")
                .post("/graphql");

        assertThat(response.statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:3000, POST,  200, OK",
        "http://localhost:3000, TRACE, 400, Disallowed CORS method",
        "http://evil.example,   POST,  400, Disallowed CORS origin",
    })
    void saysBeforehandWhoMayCall(String origin, String method, int status, String body) {
        Response response = from(origin)
                .header("Access-Control-Request-Method", method)
                .header("Access-Control-Request-Headers", "content-type")
                .options("/api/2.0/mlflow/runs/create");

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.asString()).isEqualTo(body);
        assertThat(response.header("Access-Control-Allow-Methods")).isEqualTo("GET, POST, PUT, DELETE, OPTIONS, PATCH");
        assertThat(response.header("Access-Control-Allow-Headers")).isEqualTo("content-type");
        assertThat(response.header("Access-Control-Max-Age")).isEqualTo("600");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/health", "/api/3.0/mlflow/server-info", "/no/such/path"})
    void everyAnswerTellsBrowsersNotToGuessAndNotToFrame(String path) {
        Response response = given().get(path);

        assertThat(response.headers().getValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(response.headers().getValues("X-Frame-Options")).containsExactly("SAMEORIGIN");
    }

    private static RequestSpecification as(String host) {
        return given().urlEncodingEnabled(false).header("Host", host);
    }

    private static RequestSpecification from(String origin) {
        return given().urlEncodingEnabled(false).header("Origin", origin).contentType("application/json");
    }
}
