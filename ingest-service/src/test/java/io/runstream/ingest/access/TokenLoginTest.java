package io.runstream.ingest.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.runstream.testkit.KafkaBackend;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Bearer tokens of an identity provider, beside passwords. */
@QuarkusTest
@TestProfile(TokenLoginTest.WithTokens.class)
@WithTestResource(KafkaBackend.class)
@WithTestResource(TokenLoginTest.Issuer.class)
class TokenLoginTest {
    private static final String CURRENT = "/api/2.0/mlflow/users/current";
    private static final String AUDIENCE = "runstream";
    private static final long NOW = Clock.systemUTC().instant().getEpochSecond();

    @ConfigProperty(name = "quarkus.oidc.auth-server-url")
    String issuer;

    @ConfigProperty(name = "test.issuer.private-key")
    String privateKey;

    public static final class WithTokens implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "runstream.auth.enabled", "true",
                    "runstream.auth.admin.password", "the first one's secret",
                    "runstream.auth.token.administrator-role", "mlops",
                    "quarkus.oidc.token.audience", AUDIENCE,
                    "quarkus.oidc.token.principal-claim", "email",
                    "quarkus.oidc.roles.role-claim-path", "groups");
        }
    }

    public static final class Issuer implements QuarkusTestResourceLifecycleManager {
        private @Nullable TestIssuer issuer;

        @Override
        public Map<String, String> start() {
            TestIssuer started = new TestIssuer();
            issuer = started;
            return Map.of(
                    "quarkus.oidc.auth-server-url", started.url(), "test.issuer.private-key", started.privateKey());
        }

        @Override
        public void stop() {
            if (issuer != null) {
                issuer.close();
            }
        }
    }

    @Test
    void tokenUserNeedNotBeAUserHere() {
        current(sign(claims("eve@lab.example", List.of("students"))))
                .statusCode(200)
                .body("user.username", equalTo("eve@lab.example"))
                .body("user.is_admin", equalTo(false))
                .body("is_basic_auth", equalTo(false));
    }

    @Test
    void roleMakesAnAdministrator() {
        current(sign(claims("ops@lab.example", List.of("mlops"))))
                .statusCode(200)
                .body("user.is_admin", equalTo(true));
    }

    @Test
    void directoryMakesAnAdministratorToo() {
        current(sign(claims("admin", List.of())))
                .statusCode(200)
                .body("user.is_admin", equalTo(true))
                .body("user.id", equalTo(1));
    }

    @Test
    void tokenUserIsGrantedPermissions() {
        String administrator = sign(claims("ops@lab.example", List.of("mlops")));
        given().auth()
                .preemptive()
                .oauth2(administrator)
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "username", "zoe@lab.example",
                        "resource_type", "experiment",
                        "resource_id", "7",
                        "permission", "MANAGE"))
                .post("/api/3.0/mlflow/users/permissions/grant")
                .then()
                .statusCode(200);
        given().auth()
                .preemptive()
                .oauth2(sign(claims("zoe@lab.example", List.of())))
                .get("/api/3.0/mlflow/users/current/permissions")
                .then()
                .statusCode(200)
                .body("permissions[0].permission", equalTo("MANAGE"));
    }

    @Test
    void passwordsGoOnWorking() {
        given().auth()
                .preemptive()
                .basic("admin", "the first one's secret")
                .get(CURRENT)
                .then()
                .statusCode(200)
                .body("is_basic_auth", equalTo(true));
    }

    @Test
    void tokenThatNobodyVouchesForIsRefused() {
        Map<String, Object> good = claims("eve@lab.example", List.of("mlops"));
        List<String> bad = List.of(
                sign(with(good, "exp", NOW - Duration.ofHours(1).toSeconds())),
                sign(with(good, "aud", "another service")),
                sign(with(good, "iss", "https://issuer.example")),
                sign(with(good, "email", "a:b")),
                TestTokens.forge(good),
                TestTokens.unsigned(good),
                sign(good) + "x",
                "",
                "a.b.c");
        for (String token : bad) {
            current(token)
                    .statusCode(401)
                    .contentType(ContentType.JSON)
                    .header("WWW-Authenticate", notNullValue())
                    .body("error_code", equalTo("UNAUTHENTICATED"));
        }
    }

    private String sign(Map<String, Object> claims) {
        return new TestTokens(privateKey, TestIssuer.KEY_ID).sign(claims);
    }

    private static ValidatableResponse current(String token) {
        return given().header("Authorization", "Bearer " + token).get(CURRENT).then();
    }

    private Map<String, Object> claims(String email, List<String> groups) {
        Map<String, Object> claims = new HashMap<>();
        claims.put("iss", issuer);
        claims.put("aud", AUDIENCE);
        claims.put("sub", "number 7");
        claims.put("email", email);
        claims.put("groups", groups);
        claims.put("iat", NOW);
        claims.put("exp", NOW + Duration.ofHours(1).toSeconds());
        return claims;
    }

    private static Map<String, Object> with(Map<String, Object> claims, String name, Object value) {
        Map<String, Object> changed = new HashMap<>(claims);
        changed.put(name, value);
        return changed;
    }
}
