package io.runstream.ingest.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.runstream.testkit.KafkaBackend;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Users and permissions over HTTP, with a real log. */
@QuarkusTest
@TestProfile(UsersApiTest.AuthenticationOn.class)
@WithTestResource(KafkaBackend.class)
class UsersApiTest {
    private static final String ADMIN = "admin";
    private static final String ADMIN_PASSWORD = "the first one's secret";
    private static final String PASSWORD = "correct horse battery";
    private static final String USERS = "/api/2.0/mlflow/users/";
    private static final String PERMISSIONS = "/api/3.0/mlflow/users/permissions/";

    public static final class AuthenticationOn implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("runstream.auth.enabled", "true", "runstream.auth.admin.password", ADMIN_PASSWORD);
        }
    }

    private final String user = "user " + UUID.randomUUID();

    @Test
    void whoDoesNotSayWhoTheyAreIsAskedTo() {
        given().get(USERS + "current")
                .then()
                .statusCode(401)
                .contentType(ContentType.JSON)
                .header("WWW-Authenticate", "Basic realm=\"mlflow\", charset=\"UTF-8\"")
                .body("error_code", equalTo("UNAUTHENTICATED"))
                .body("message", containsString("You are not authenticated."));
    }

    @Test
    void everyPathIsClosedToStrangersAlsoThoseThatLeadNowhere() {
        for (String path :
                new String[] {"/", "/api/2.0/mlflow/runs/create", "/ajax-api/2.0/mlflow/users/list", "/nowhere"}) {
            given().get(path).then().statusCode(401);
            given().contentType(ContentType.JSON).body("{}").post(path).then().statusCode(401);
        }
        given().auth()
                .preemptive()
                .oauth2("not.a.token")
                .get(USERS + "current")
                .then()
                .statusCode(401);
    }

    @Test
    void probesAreOpen() {
        given().get("/q/health/live").then().statusCode(200);
    }

    @Test
    void firstAdministratorComesFromTheConfiguration() {
        as(ADMIN, ADMIN_PASSWORD)
                .get(USERS + "current")
                .then()
                .statusCode(200)
                .body("user.username", equalTo(ADMIN))
                .body("user.is_admin", equalTo(true))
                .body("is_basic_auth", equalTo(true));
        as(ADMIN, "another").get(USERS + "current").then().statusCode(401);
    }

    @Test
    void createdUserLogsInAtOnceAndIsNoAdministrator() {
        create(user)
                .statusCode(200)
                .body("user.username", equalTo(user))
                .body("user.is_admin", equalTo(false))
                .body("user", not(hasKey("password_hash")));
        as(user, PASSWORD).get(USERS + "current").then().statusCode(200).body("user.username", equalTo(user));
        as(user, PASSWORD)
                .get("/ajax-api/2.0/mlflow/users/list")
                .then()
                .statusCode(200)
                .body("users.username", hasItem(user));
    }

    @Test
    void nameIsTakenOnce() {
        create(user).statusCode(200);
        create(user)
                .statusCode(400)
                .body("error_code", equalTo("RESOURCE_ALREADY_EXISTS"))
                .body("message", equalTo("User (username=" + user + ") already exists."));
    }

    @Test
    void namesAndPasswordsAreCheckedInMlflowsWords() {
        create(Map.of("username", user, "password", "too short"))
                .statusCode(400)
                .body("message", equalTo("Password must be at least 12 characters."));
        create(Map.of("username", user, "password", "a".repeat(1_025))).statusCode(400);
        create(Map.of("username", "", "password", PASSWORD))
                .statusCode(400)
                .body("message", equalTo("Username and password cannot be empty."));
        create(Map.of("username", "a:b", "password", PASSWORD)).statusCode(400);
        create(Map.of("username", user))
                .statusCode(400)
                .body("message", containsString("Missing value for required parameter 'password'."));
    }

    @Test
    void usersAreForAdministrators() {
        create(user).statusCode(200);
        RequestSpecification mine = as(user, PASSWORD).contentType(ContentType.JSON);
        mine.body(Map.of("username", "somebody", "password", PASSWORD))
                .post(USERS + "create")
                .then()
                .statusCode(403)
                .contentType(ContentType.JSON)
                .body("error_code", equalTo("PERMISSION_DENIED"))
                .body("message", equalTo("Permission denied"));
        as(user, PASSWORD).get(USERS + "get?username=" + ADMIN).then().statusCode(403);
        as(user, PASSWORD)
                .queryParam("username", user)
                .get(USERS + "get")
                .then()
                .statusCode(200);
        as(user, PASSWORD)
                .contentType(ContentType.JSON)
                .body(Map.of("username", user, "is_admin", true))
                .patch(USERS + "update-admin")
                .then()
                .statusCode(403);
        as(user, PASSWORD)
                .contentType(ContentType.JSON)
                .body(Map.of("username", ADMIN))
                .delete(USERS + "delete")
                .then()
                .statusCode(403);
    }

    @Test
    void ownPasswordIsChangedByWhoKnowsIt() {
        create(user).statusCode(200);
        String another = "another correct horse";
        changePassword(user, PASSWORD, Map.of("username", user, "password", another))
                .statusCode(400)
                .body("message", equalTo("Current password is required when changing your own password."));
        changePassword(user, PASSWORD, Map.of("username", user, "password", another, "current_password", "x"))
                .statusCode(400)
                .body("message", equalTo("Current password does not match."));
        changePassword(user, PASSWORD, Map.of("username", user, "password", PASSWORD, "current_password", PASSWORD))
                .statusCode(400)
                .body("message", equalTo("New password must differ from the current password."));
        changePassword(user, PASSWORD, Map.of("username", user, "password", another, "current_password", PASSWORD))
                .statusCode(200);
        as(user, PASSWORD).get(USERS + "current").then().statusCode(401);
        as(user, another).get(USERS + "current").then().statusCode(200);
    }

    @Test
    void administratorSetsAnothersPassword() {
        create(user).statusCode(200);
        as(user, PASSWORD).get(USERS + "current").then().statusCode(200);
        changePassword(ADMIN, ADMIN_PASSWORD, Map.of("username", user, "password", "set by somebody else"))
                .statusCode(200);
        as(user, PASSWORD).get(USERS + "current").then().statusCode(401);
        as(user, "set by somebody else").get(USERS + "current").then().statusCode(200);
    }

    @Test
    void deletedUserIsOutAtOnce() {
        create(user).statusCode(200);
        as(user, PASSWORD).get(USERS + "current").then().statusCode(200);
        delete(user).statusCode(200);
        as(user, PASSWORD).get(USERS + "current").then().statusCode(401);
        delete(user).statusCode(404).body("message", equalTo("User with username=" + user + " not found"));
    }

    @Test
    void lastAdministratorCanNeitherLeaveNorStepDown() {
        delete(ADMIN).statusCode(400).body("message", containsString("cannot delete their own account"));
        as(ADMIN, ADMIN_PASSWORD)
                .contentType(ContentType.JSON)
                .body(Map.of("username", ADMIN, "is_admin", false))
                .patch(USERS + "update-admin")
                .then()
                .statusCode(400)
                .body("message", equalTo("User with username=admin is the last administrator."));
    }

    @Test
    void permissionsAreGrantedOnceShownAndTakenBack() {
        create(user).statusCode(200);
        Map<String, String> on = Map.of("username", user, "resource_type", "experiment", "resource_id", "7");
        assertThat(permission(on)).isEqualTo("READ");
        grant(on, "EDIT").statusCode(200);
        assertThat(permission(on)).isEqualTo("EDIT");
        grant(on, "MANAGE")
                .statusCode(400)
                .body("error_code", equalTo("RESOURCE_ALREADY_EXISTS"))
                .body(
                        "message",
                        equalTo("Permission for user=" + user
                                + " on resource_type=experiment, resource_id=7 already exists."));
        as(user, PASSWORD)
                .get("/api/3.0/mlflow/users/current/permissions")
                .then()
                .statusCode(200)
                .body("is_admin", equalTo(false))
                .body("permissions[0].resource_type", equalTo("experiment"))
                .body("permissions[0].resource_pattern", equalTo("7"))
                .body("permissions[0].permission", equalTo("EDIT"))
                .body("permissions[0].workspace", equalTo("default"));
        post(ADMIN, ADMIN_PASSWORD, PERMISSIONS + "revoke", on).statusCode(200);
        assertThat(permission(on)).isEqualTo("READ");
        post(ADMIN, ADMIN_PASSWORD, PERMISSIONS + "revoke", on)
                .statusCode(404)
                .body("error_code", equalTo("RESOURCE_DOES_NOT_EXIST"));
    }

    @Test
    void managersOfAThingSayWhoElseMayAndNobodyElse() {
        create(user).statusCode(200);
        String manager = "manager " + UUID.randomUUID();
        create(manager).statusCode(200);
        Map<String, String> experiment = Map.of("resource_type", "experiment", "resource_id", "8");
        Map<String, String> mine = with(experiment, "username", manager);
        Map<String, String> theirs = with(experiment, "username", user);
        post(manager, PASSWORD, PERMISSIONS + "grant", with(theirs, "permission", "EDIT"))
                .statusCode(403);
        grant(mine, "MANAGE").statusCode(200);
        post(manager, PASSWORD, PERMISSIONS + "grant", with(theirs, "permission", "EDIT"))
                .statusCode(200);
        post(user, PASSWORD, PERMISSIONS + "revoke", mine).statusCode(403);
        post(
                        manager,
                        PASSWORD,
                        PERMISSIONS + "grant",
                        Map.of(
                                "username",
                                manager,
                                "resource_type",
                                "experiment",
                                "resource_id",
                                "*",
                                "permission",
                                "MANAGE"))
                .statusCode(403);
    }

    @Test
    void permissionsThatCannotBeGrantedAreNamed() {
        create(user).statusCode(200);
        Map<String, String> on = Map.of("username", user, "resource_type", "experiment", "resource_id", "7");
        grant(on, "NO_PERMISSIONS").statusCode(400);
        grant(on, "WRITE")
                .statusCode(400)
                .body("message", containsString("Invalid permission 'WRITE'. Valid permissions are: ('READ', "));
        grant(with(on, "resource_type", "scorer"), "READ").statusCode(400);
        grant(with(on, "resource_id", "seven"), "READ").statusCode(400);
        grant(with(on, "username", "nobody"), "READ").statusCode(404);
    }

    private ValidatableResponse create(String name) {
        return create(Map.of("username", name, "password", PASSWORD));
    }

    private ValidatableResponse create(Map<String, String> body) {
        return post(ADMIN, ADMIN_PASSWORD, USERS + "create", body);
    }

    private ValidatableResponse grant(Map<String, String> on, String permission) {
        return post(ADMIN, ADMIN_PASSWORD, PERMISSIONS + "grant", with(on, "permission", permission));
    }

    private String permission(Map<String, String> on) {
        return as(ADMIN, ADMIN_PASSWORD)
                .queryParams(on)
                .get(PERMISSIONS + "get")
                .then()
                .statusCode(200)
                .extract()
                .path("permission");
    }

    private static Map<String, String> with(Map<String, String> map, String key, String value) {
        Map<String, String> all = new HashMap<>(map);
        all.put(key, value);
        return all;
    }

    private static ValidatableResponse changePassword(String who, String password, Map<String, String> body) {
        return as(who, password)
                .contentType(ContentType.JSON)
                .body(body)
                .patch(USERS + "update-password")
                .then();
    }

    private static ValidatableResponse delete(String name) {
        return as(ADMIN, ADMIN_PASSWORD)
                .contentType(ContentType.JSON)
                .body(Map.of("username", name))
                .delete(USERS + "delete")
                .then();
    }

    private static ValidatableResponse post(String who, String password, String path, Map<String, String> body) {
        return as(who, password)
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then();
    }

    private static RequestSpecification as(String who, String password) {
        return given().auth().preemptive().basic(who, password);
    }
}
