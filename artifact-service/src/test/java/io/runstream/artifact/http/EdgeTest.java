package io.runstream.artifact.http;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.runstream.testkit.S3Backend;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A service behind a proxy that it trusts, under a path, with a share for each caller. */
@QuarkusTest
@TestProfile(EdgeTest.BehindAProxy.class)
@WithTestResource(S3Backend.class)
class EdgeTest {
    private static final String LIST = "/api/2.0/mlflow-artifacts/artifacts";
    private static final int SHARE = 40;

    /** The test is the proxy. */
    public static final class BehindAProxy implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.http.proxy.proxy-address-forwarding", "true",
                    "quarkus.http.proxy.allow-x-forwarded", "true",
                    "quarkus.http.proxy.trusted-proxies", "127.0.0.0/8,::1/128",
                    "runstream.http.path-prefix", "/team/mlflow",
                    "runstream.rate.requests-per-second", "4");
        }
    }

    @Test
    void whoTakesMoreThanTheirShareIsToldWhenToComeBackAndNobodyElseIs() {
        // Given
        for (int i = 0; i < SHARE; i++) {
            assertThat(from("198.51.100.1").statusCode()).isEqualTo(200);
        }
        // When
        Response refused = from("198.51.100.1");
        while (refused.statusCode() == 200) {
            refused = from("198.51.100.1");
        }
        // Then
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(refused.jsonPath().getString("error_code")).isEqualTo("RESOURCE_EXHAUSTED");
        assertThat(refused.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(from("198.51.100.2").statusCode()).isEqualTo(200);
    }

    @Test
    void probesAreNeverRefused() {
        for (int i = 0; i < 3 * SHARE; i++) {
            assertThat(given().header("X-Forwarded-For", "198.51.100.3")
                            .get("/q/health/live")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {LIST, "/team/mlflow" + LIST, "/team/mlflow/ajax-api/2.0/mlflow-artifacts/artifacts"})
    void everythingIsServedUnderThePrefixToo(String path) {
        Response response = given().header("X-Forwarded-For", "198.51.100.4").get(path);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().getValues("X-Content-Type-Options")).containsExactly("nosniff");
    }

    @Test
    void bodiesComeThroughUnderThePrefixToo() {
        String file = LIST + "/edge/under-a-prefix.txt";
        int put = given().header("X-Forwarded-For", "198.51.100.7")
                .body("content".getBytes(UTF_8))
                .put("/team/mlflow" + file)
                .statusCode();
        Response refused = given().header("X-Forwarded-For", "198.51.100.7")
                .contentType("application/json")
                .body("{\"run_id\":\"x\",\"path\":\"../secret\"}")
                .post("/team/mlflow/api/2.0/mlflow/artifacts/presigned-upload-url");

        assertThat(put).isEqualTo(200);
        assertThat(given().header("X-Forwarded-For", "198.51.100.7").get(file).asString())
                .isEqualTo("content");
        assertThat(refused.jsonPath().getString("message")).isEqualTo("Invalid path");
    }

    @Test
    void thePageUnderThePrefixIsFoundWithoutItsSlash() {
        Response response = given().redirects().follow(false).get("/team/mlflow");

        assertThat(response.statusCode()).isEqualTo(308);
        assertThat(response.header("Location")).isEqualTo("/team/mlflow/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/team/mlflowers" + LIST,
                "/team" + LIST,
                "/team/mlflow/team/mlflow" + LIST,
                "/x/../team/mlflow/no/such/path"
            })
    void nothingElseIs(String path) {
        assertThat(given().urlEncodingEnabled(false)
                        .header("X-Forwarded-For", "198.51.100.5")
                        .get(path)
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"https, max-age=31536000", "http,"})
    void browsersAreToldToComeByTlsOnlyWhereTheyDid(String scheme, String told) {
        Response response = given().header("X-Forwarded-For", "198.51.100.6")
                .header("X-Forwarded-Proto", scheme)
                .get(LIST);

        assertThat(response.header("Strict-Transport-Security")).isEqualTo(told);
    }

    @Test
    void whatIsInAnArtifactNeverRunsAsAPageOfTheServer() {
        String file = LIST + "/edge/page.html";
        given().body("<script>alert(1)</script>".getBytes(UTF_8)).put(file);
        Response response = given().get(file);

        assertThat(response.header("Content-Disposition")).startsWith("attachment");
        assertThat(response.header("Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
    }

    private static Response from(String address) {
        return given().header("X-Forwarded-For", address).get(LIST);
    }
}
