package io.runstream.ingest.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.runstream.testkit.KafkaBackend;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** An identity provider that is away when the service starts, comes, goes, and comes back with other keys. */
@QuarkusTest
@TestProfile(ProviderOutageTest.WithTokens.class)
@WithTestResource(KafkaBackend.class)
@WithTestResource(ProviderOutageTest.Nobody.class)
class ProviderOutageTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    @ConfigProperty(name = "quarkus.oidc.auth-server-url")
    URI issuer;

    public static final class WithTokens implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "runstream.auth.enabled", "true",
                    "runstream.auth.admin.password", "the first one's secret",
                    "quarkus.oidc.token.forced-jwk-refresh-interval", "1S",
                    "quarkus.oidc.token.audience", "runstream");
        }
    }

    /** An address at which nobody is. */
    public static final class Nobody implements QuarkusTestResourceLifecycleManager {
        @Override
        public Map<String, String> start() {
            try (TestIssuer gone = new TestIssuer()) {
                return Map.of("quarkus.oidc.auth-server-url", gone.url());
            }
        }

        @Override
        public void stop() {}
    }

    @Test
    void outageIsTheTokensOnlyAndEndsByItself() {
        String early;
        try (TestIssuer never = new TestIssuer()) {
            early = token(never);
        }
        answersUnavailable(early);
        answersUnavailable(early);
        passwordsWork();

        String known;
        try (TestIssuer first = new TestIssuer(issuer.getPort(), "first")) {
            known = token(first);
            awaitAnswer(known, 200);
            current(early).statusCode(401);
        }

        current(known).statusCode(200);
        TestIssuer second = awaitUnknownKeyIsNotJudged(known);
        try (second) {
            String rotated = token(second);
            awaitAnswer(rotated, 200);
            awaitAnswer(known, 401);
        }
        passwordsWork();
    }

    /** While nobody answers, a key that came meanwhile is neither right nor wrong. */
    private TestIssuer awaitUnknownKeyIsNotJudged(String known) {
        String unknown;
        try (TestIssuer elsewhere = new TestIssuer(0, "second")) {
            unknown = token(elsewhere);
        }
        awaitAnswer(unknown, 503);
        answersUnavailable(unknown);
        current(known).statusCode(200);
        return new TestIssuer(issuer.getPort(), "second");
    }

    private static void answersUnavailable(String token) {
        current(token)
                .statusCode(503)
                .header("Retry-After", "5")
                .body("error_code", equalTo("TEMPORARILY_UNAVAILABLE"))
                .body("message", equalTo("The identity provider can't be asked about the token now."));
    }

    private static void passwordsWork() {
        given().auth()
                .preemptive()
                .basic("admin", "the first one's secret")
                .get("/api/2.0/mlflow/users/current")
                .then()
                .statusCode(200);
    }

    private static void awaitAnswer(String token, int status) {
        await().atMost(LONG)
                .untilAsserted(
                        () -> assertThat(current(token).extract().statusCode()).isEqualTo(status));
    }

    private static ValidatableResponse current(String token) {
        return given().auth()
                .preemptive()
                .oauth2(token)
                .get("/api/2.0/mlflow/users/current")
                .then();
    }

    private String token(TestIssuer signedBy) {
        long now = Clock.systemUTC().instant().getEpochSecond();
        return signedBy.tokens()
                .sign(Map.of(
                        "iss",
                        issuer.toString(),
                        "aud",
                        "runstream",
                        "sub",
                        "eve",
                        "iat",
                        now,
                        "exp",
                        now + Duration.ofHours(1).toSeconds()));
    }
}
