package io.runstream.artifact.s3;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The service starts without its store, too. */
@QuarkusTest
@WithTestResource(NoStore.class)
class StoreAwayTest {
    private static final String FILE = "/api/2.0/mlflow-artifacts/artifacts/f";

    @Test
    void everyRouteSaysToComeBack() {
        List<Supplier<Response>> requests = List.of(
                () -> given().get(FILE),
                () -> given().body(new byte[1_000_000])
                        .contentType("application/octet-stream")
                        .put(FILE),
                () -> given().delete(FILE),
                () -> given().get("/api/2.0/mlflow-artifacts/artifacts"));
        for (Supplier<Response> request : requests) {
            request.get()
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "2")
                    .body("error_code", equalTo("TEMPORARILY_UNAVAILABLE"));
        }
    }

    @Test
    void readinessSaysWhatIsMissing() {
        given().get("/q/health/ready")
                .then()
                .statusCode(503)
                .body("checks.find { it.name == 'Artifact store' }.status", equalTo("DOWN"));
    }
}
