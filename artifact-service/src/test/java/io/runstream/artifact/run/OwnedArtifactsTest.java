package io.runstream.artifact.run;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.runstream.testkit.S3Backend;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(S3Backend.class)
@WithTestResource(TrackingStub.class)
class OwnedArtifactsTest {
    private static final String API = "/api/2.0/mlflow/";
    private static final int TEN_MEGABYTES = 10 * 1024 * 1024;

    private final String folder = UUID.randomUUID().toString();

    @Test
    void aRunsFilesAreUploadedListedAndReadByTheRun() {
        upload("proxied", "hello".getBytes()).statusCode(200);
        ask("artifacts/list?run_id=proxied&path=" + folder)
                .body(equalTo("{\"root_uri\":\"mlflow-artifacts:/7/proxied/artifacts\"," + "\"files\":[{\"path\":\""
                        + folder + "/f.txt\",\"is_dir\":false,\"file_size\":5}]}"));
        given().get("/get-artifact?run_id=proxied&path=" + folder + "/f.txt")
                .then()
                .statusCode(200)
                .header("Content-Type", "text/plain")
                .header("Content-Disposition", "attachment; filename=f.txt")
                .body(equalTo("hello"));
        given().get("/get-artifact?run_uuid=proxied&path=" + folder + "/f.txt")
                .then()
                .body(equalTo("hello"));
        given().get("/api/2.0/mlflow-artifacts/artifacts/7/proxied/artifacts/" + folder + "/f.txt")
                .then()
                .body(equalTo("hello"));
    }

    @Test
    void aModelsFilesAreListedAndReadByTheModelAndByItsVersion() {
        upload("proxied", "weights".getBytes()).statusCode(200);
        ask("logged-models/proxied/artifacts/directories?artifact_directory_path=" + folder)
                .body(equalTo("{\"root_uri\":\"mlflow-artifacts:/7/proxied/artifacts\"," + "\"files\":[{\"path\":\""
                        + folder + "/f.txt\",\"is_dir\":false,\"file_size\":7}]}"));
        ask("logged-models/proxied/artifacts/files?artifact_file_path=" + folder + "/f.txt")
                .body(equalTo("weights"));
        given().get("/model-versions/get-artifact?name=proxied&version=1&path=" + folder + "/f.txt")
                .then()
                .statusCode(200)
                .body(equalTo("weights"));
    }

    @Test
    void aLocationInAFurtherStoreIsServedFromThere() {
        upload("in-lab", "far".getBytes()).statusCode(200);
        given().get("/get-artifact?run_id=in-lab&path=" + folder + "/f.txt")
                .then()
                .statusCode(200)
                .body(equalTo("far"));
        given().get("/api/2.0/mlflow-artifacts/artifacts?path=team/a/run/artifacts/" + folder)
                .then()
                .body(equalTo("{}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"beside-lab", "other-bucket", "other-host", "on-the-web", "on-this-disk"})
    void aLocationThatTheConfigurationDoesNotNameIsNotServed(String run) {
        upload(run, "x".getBytes()).statusCode(403).body("error_code", equalTo("PERMISSION_DENIED"));
        ask("artifacts/list?run_id=" + run).statusCode(403);
        ask("logged-models/" + run + "/artifacts/files?artifact_file_path=f").statusCode(403);
        given().get("/get-artifact?run_id=" + run + "&path=f").then().statusCode(403);
        given().get("/model-versions/get-artifact?name=" + run + "&version=1&path=f")
                .then()
                .statusCode(403);
    }

    @Test
    void aLocationThatLeadsOutIsAnInvalidPath() {
        ask("artifacts/list?run_id=climbing").statusCode(400).body("message", equalTo("Invalid path"));
    }

    @Test
    void whatTheTrackingApiRefusesIsRefusedInItsWords() {
        ask("artifacts/list?run_id=nobody").statusCode(404).body("message", equalTo("Run with id=nobody not found"));
        given().header("Authorization", TrackingStub.STRANGER)
                .get(API + "artifacts/list?run_id=proxied")
                .then()
                .statusCode(403)
                .body("message", equalTo("Not for you"));
    }

    @Test
    void whileTheTrackingApiIsAwayTheAnswerIsToComeBack() {
        ask("artifacts/list?run_id=" + TrackingStub.AWAY)
                .statusCode(503)
                .header("Retry-After", "2")
                .body("message", equalTo("The tracking API can't be asked now."));
    }

    @Test
    void aFileOfNoRunIsNotFound() {
        given().get("/get-artifact?path=f")
                .then()
                .statusCode(404)
                .body("message", equalTo("Run with id=None not found"));
        given().get("/get-artifact?run_id=proxied").then().statusCode(400);
    }

    @Test
    void theWebPageUploadsTenMegabytesAtMostAndSomething() {
        upload("proxied", new byte[TEN_MEGABYTES]).statusCode(200);
        upload("proxied", new byte[TEN_MEGABYTES + 1])
                .statusCode(400)
                .body("message", equalTo("Artifact size is too large. Max size is 10MB."));
        upload("proxied", new byte[0]).statusCode(400).body("message", equalTo("Request must specify data."));
    }

    @Test
    void clientsAreSentHereForWhatTheyWouldFetchFromTheStore() {
        given().contentType("application/json")
                .body("{\"run_id\":\"proxied\",\"path\":\"f\"}")
                .post(API + "artifacts/presigned-download-url")
                .then()
                .statusCode(400)
                .body("error_code", equalTo("INVALID_PARAMETER_VALUE"));
        given().contentType("application/json")
                .body("{\"model_id\":\"proxied\",\"path\":\"f\"}")
                .post(API + "artifacts/presigned-upload-url")
                .then()
                .statusCode(400)
                .body("error_code", equalTo("INVALID_PARAMETER_VALUE"));
    }

    private ValidatableResponse upload(String run, byte[] bytes) {
        return given().body(bytes)
                .contentType("application/octet-stream")
                .post("/ajax-api/2.0/mlflow/upload-artifact?run_uuid=" + run + "&path=" + folder + "/f.txt")
                .then();
    }

    private static ValidatableResponse ask(String question) {
        return given().get(API + question).then();
    }
}
