package io.runstream.artifact.s3;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a client hears when the store does not do what it should. Never 500, of which clients think that trying again helps. */
@QuarkusTest
@WithTestResource(StoreStub.class)
class StoreRefusalTest {
    private static final String ROUTE = "/api/2.0/mlflow-artifacts/artifacts";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "403-AccessDenied | 403 | PERMISSION_DENIED | The artifact store refused access.",
                "403-SignatureDoesNotMatch | 403 | PERMISSION_DENIED | The artifact store refused access.",
                "503-SlowDown | 503 | TEMPORARILY_UNAVAILABLE | The artifact store can't be used now.",
                "500-InternalError | 503 | TEMPORARILY_UNAVAILABLE | The artifact store can't be used now.",
                "507-XMinioStorageFull | 503 | TEMPORARILY_UNAVAILABLE | The artifact store can't be used now.",
                "404-NoSuchBucket | 503 | TEMPORARILY_UNAVAILABLE | The artifact store has no bucket named 'runstream'.",
                "400-KeyTooLongError | 400 | INVALID_PARAMETER_VALUE"
                        + " | The artifact store rejected the request: secret of the store"
            })
    void everyRefusalHasOneMeaningOnEveryRoute(String refusal, int status, String code, String message) {
        String file = ROUTE + "/" + refusal + "/f";
        for (ValidatableResponse answer : new ValidatableResponse[] {
            given().get(file).then(),
            given().body("x").contentType("text/plain").put(file).then(),
            given().get(ROUTE + "?path=" + refusal).then()
        }) {
            answer.statusCode(status).body("error_code", equalTo(code)).body("message", equalTo(message));
            if (status == 503) {
                answer.header("Retry-After", "2");
            }
        }
    }

    @Test
    void aStoreThatHangsUpIsAway() {
        for (ValidatableResponse answer : new ValidatableResponse[] {
            given().get(ROUTE + "/hangup").then(),
            given().head(ROUTE + "/hangup").then(),
            given().body("x").contentType("text/plain").put(ROUTE + "/hangup").then(),
            given().get(ROUTE + "?path=hangup").then()
        }) {
            answer.statusCode(503).header("Retry-After", "2");
        }
    }
}
