package io.runstream.artifact.proxy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.runstream.testkit.S3Backend;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(S3Backend.class)
class ArtifactResourceTest {
    private static final String ROUTE = "/api/2.0/mlflow-artifacts/artifacts";
    private static final int MORE_THAN_TWO_PARTS = 11 * 1024 * 1024;

    private final String folder = UUID.randomUUID().toString();

    @Test
    void whatWasPutIsReadBack() {
        // Given
        put("a b/c+dé.txt", "hello".getBytes());
        // When
        Response answer = given().get(ROUTE + "/" + folder + "/{path}", "a b/c+dé.txt");
        // Then
        answer.then().statusCode(200);
        assertThat(answer.asString()).isEqualTo("hello");
        assertThat(answer.header("Content-Type")).isEqualTo("text/plain");
        assertThat(answer.header("Content-Length")).isEqualTo("5");
        assertThat(answer.header("ETag")).isEqualTo("\"5d41402abc4b2a76b9719d911017c592\"");
        assertThat(answer.header("Content-Disposition"))
                .isEqualTo("attachment; filename=c+de.txt; filename*=UTF-8''c+d%C3%A9.txt");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void anUploadWhoseLengthNobodySaidIsWholeHoweverLongItIs() throws IOException {
        byte[] bytes = new byte[MORE_THAN_TWO_PARTS];
        new Random(1).nextBytes(bytes);
        for (int length : new int[] {0, 1, 5 * 1024 * 1024, MORE_THAN_TWO_PARTS}) {
            byte[] sent = Arrays.copyOf(bytes, length);
            ChunkedUpload.send(
                    URI.create("http://localhost:" + RestAssured.port + ROUTE + "/" + folder + "/chunked"), sent);
            byte[] read = given().get(ROUTE + "/" + folder + "/chunked").asByteArray();
            assertThat(Arrays.equals(read, sent)).as("%d bytes", length).isTrue();
        }
    }

    @Test
    void anUploadThatBreaksOffLeavesWhatWasThereBefore() throws IOException {
        // Given
        put("model.bin", "old".getBytes());
        // When
        new RawHttp(RestAssured.port).breakOff(ROUTE + "/" + folder + "/model.bin", 1_000_000, new byte[500_000]);
        new RawHttp(RestAssured.port).breakOff(ROUTE + "/" + folder + "/new.bin", 1_000_000, new byte[500_000]);
        // Then
        given().get(ROUTE + "/" + folder + "/model.bin").then().body(equalTo("old"));
        given().get(ROUTE + "?path=" + folder)
                .then()
                .body(equalTo("{\"files\":[{\"path\":\"model.bin\",\"is_dir\":false,\"file_size\":3}]}"));
    }

    @Test
    void headSaysWhatGetWouldWithoutTheBytes() {
        put("f.json", "{}".getBytes());
        Response answer = given().head(ROUTE + "/" + folder + "/f.json");
        answer.then().statusCode(200).header("Content-Length", "2").header("Content-Type", "text/plain");
        assertThat(answer.asByteArray()).isEmpty();
    }

    @Test
    void aFolderIsListedByBareNames() {
        put("b.txt", "12345".getBytes());
        put("a/deep/x", "1".getBytes());
        put("empty", new byte[0]);
        given().get(ROUTE + "?path=" + folder)
                .then()
                .statusCode(200)
                .body(equalTo("{\"files\":[{\"path\":\"a\",\"is_dir\":true},"
                        + "{\"path\":\"b.txt\",\"is_dir\":false,\"file_size\":5},"
                        + "{\"path\":\"empty\",\"is_dir\":false}]}"));
        given().get(ROUTE + "?path=" + folder + "/nothing").then().body(equalTo("{}"));
    }

    @Test
    void whatIsNotThereIs404AndAFolderIsNoFile() {
        put("a/x", "1".getBytes());
        given().get(ROUTE + "/" + folder + "/no")
                .then()
                .statusCode(404)
                .body("error_code", equalTo("RESOURCE_DOES_NOT_EXIST"))
                .body("message", equalTo("No such artifact: '" + folder + "/no'"));
        given().get(ROUTE + "/" + folder + "/a")
                .then()
                .statusCode(400)
                .body("message", equalTo("Artifact path refers to a directory, not a file: '" + folder + "/a'"));
    }

    @Test
    void aFolderIsRemovedWithAllInItAndNothingElse() {
        put("a/x", "1".getBytes());
        put("a/y/z", "1".getBytes());
        put("ab", "1".getBytes());
        given().delete(ROUTE + "/" + folder + "/a").then().statusCode(200).body(equalTo("{}"));
        given().delete(ROUTE + "/" + folder + "/a").then().statusCode(200);
        given().get(ROUTE + "?path=" + folder)
                .then()
                .body(equalTo("{\"files\":[{\"path\":\"ab\",\"is_dir\":false,\"file_size\":1}]}"));
    }

    @Test
    void aFolderIsMeantWithASlashAfterItToo() {
        put("a/x", "1".getBytes());
        given().delete(ROUTE + "/" + folder + "/a/").then().statusCode(200).body(equalTo("{}"));
        given().get(ROUTE + "?path=" + folder).then().body(equalTo("{}"));
    }

    @Test
    void nobodyRemovesEverythingThereIs() throws IOException {
        put("a", "1".getBytes());
        for (String all : List.of("/.", "/./", "/%2e", "/%2f", "/.//")) {
            String answer = new RawHttp(RestAssured.port).send("DELETE", ROUTE + all, "");
            assertThat(answer).as(all).containsPattern("^HTTP/1.1 40[05]");
        }
        given().get(ROUTE + "/" + folder + "/a").then().body(equalTo("1"));
    }

    @Test
    void aNameThatTheStoreCannotHaveIs400() {
        put("a", "1".getBytes());
        given().body("2")
                .put(ROUTE + "/" + folder + "/a/b")
                .then()
                .statusCode(400)
                .body("error_code", equalTo("INVALID_PARAMETER_VALUE"));
        given().get(ROUTE + "/" + folder + "/a").then().body(equalTo("1"));
    }

    @Test
    void clientsLearnThatTheyCannotGoToTheStoreThemselves() {
        given().contentType("application/json")
                .body("{\"path\":\"f\",\"num_parts\":2}")
                .post("/api/2.0/mlflow-artifacts/mpu/create/" + folder)
                .then()
                .statusCode(501)
                .body(
                        "message",
                        org.hamcrest.Matchers.startsWith(
                                "Multipart upload is not supported for the current artifact repository"));
    }

    private void put(String path, byte[] bytes) {
        given().body(bytes)
                .contentType("application/octet-stream")
                .put(ROUTE + "/" + folder + "/{path}", path)
                .then()
                .statusCode(200);
    }
}
