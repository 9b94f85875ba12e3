package io.runstream.artifact.multipart;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.runstream.testkit.S3Backend;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(MultipartResourceTest.ClientsReachTheStore.class)
@WithTestResource(S3Backend.class)
class MultipartResourceTest {
    private static final String API = "/api/2.0/mlflow-artifacts/";
    private static final int PART = 5 * 1024 * 1024;

    private final HttpClient store = HttpClient.newHttpClient();
    private final String folder = UUID.randomUUID().toString();

    /** As a configuration with {@code presigned.enabled}. */
    public static final class ClientsReachTheStore implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("runstream.artifact.presigned.enabled", "true");
        }
    }

    @Test
    void partsBecomeAFileWhenTheUploadIsComplete() throws Exception {
        // Given
        byte[] bytes = new byte[PART + 7];
        new Random(1).nextBytes(bytes);
        JsonPath upload = create(2);
        assertThat(upload.getList("credentials.part_number", Integer.class)).containsExactly(1, 2);
        List<String> urls = upload.getList("credentials.url");
        List<String> etags = new ArrayList<>();
        etags.add(putPart(urls.get(0), Arrays.copyOf(bytes, PART)));
        etags.add(putPart(urls.get(1), Arrays.copyOfRange(bytes, PART, bytes.length)));
        read().statusCode(404);
        // When
        post(
                        "complete",
                        Map.of(
                                "path",
                                "f.bin",
                                "upload_id",
                                upload.getString("upload_id"),
                                "parts",
                                List.of(
                                        Map.of("part_number", 1, "etag", etags.get(0), "url", urls.get(0)),
                                        Map.of("part_number", 2, "etag", etags.get(1), "url", urls.get(1)))))
                .statusCode(200)
                .body(equalTo("{}"));
        // Then
        byte[] read = read().statusCode(200).extract().asByteArray();
        assertThat(Arrays.equals(read, bytes)).isTrue();
    }

    @Test
    void anAbortedUploadLeavesNothingAndTakesNoMoreParts() throws Exception {
        JsonPath upload = create(1);
        List<String> urls = upload.getList("credentials.url");
        putPart(urls.get(0), new byte[] {1});
        post("abort", Map.of("path", "f.bin", "upload_id", upload.getString("upload_id")))
                .statusCode(200);
        read().statusCode(404);
        assertThat(put(urls.get(0), new byte[] {1}).statusCode()).isEqualTo(404);
    }

    @Test
    void aPartAddressIsForItsOwnPartOnly() throws Exception {
        List<String> urls = create(1).getList("credentials.url");
        String other = urls.get(0).replace("partNumber=1", "partNumber=2");
        assertThat(put(other, new byte[] {1}).statusCode()).isEqualTo(403);
    }

    @Test
    void completingWhatTheStoreDoesNotHaveIsTheClientsMistake() {
        post(
                        "complete",
                        Map.of(
                                "path",
                                "f.bin",
                                "upload_id",
                                "no-such-upload",
                                "parts",
                                List.of(Map.of("part_number", 1, "etag", "e"))))
                .statusCode(404)
                .body("error_code", equalTo("RESOURCE_DOES_NOT_EXIST"));
    }

    @Test
    void thereAreOneToTenThousandParts() {
        for (int parts : new int[] {0, -1, 10_001}) {
            post("create", Map.of("path", "f.bin", "num_parts", parts))
                    .statusCode(400)
                    .body("message", equalTo("num_parts must be between 1 and 10000 (got %d).".formatted(parts)));
        }
    }

    @Test
    void aDownloadHasAnAddressThatWorksWithoutCredentials() throws Exception {
        given().body("hello")
                .contentType("text/plain")
                .put(API + "artifacts/" + folder + "/f.bin")
                .then()
                .statusCode(200);
        JsonPath download = given().get(API + "presigned/" + folder + "/f.bin")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(download.getLong("file_size")).isEqualTo(5);
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(download.getString("url"))).build();
        assertThat(store.send(request, BodyHandlers.ofString()).body()).isEqualTo("hello");
        given().get(API + "presigned/" + folder + "/none").then().statusCode(404);
    }

    private JsonPath create(int parts) {
        return post("create", Map.of("path", "/home/me/f.bin", "num_parts", parts))
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private ValidatableResponse post(String operation, Map<String, ?> body) {
        return given().contentType("application/json")
                .body(body)
                .post(API + "mpu/" + operation + "/" + folder)
                .then();
    }

    private ValidatableResponse read() {
        return given().get(API + "artifacts/" + folder + "/f.bin").then();
    }

    private String putPart(String url, byte[] bytes) throws IOException, InterruptedException {
        HttpResponse<String> answer = put(url, bytes);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private HttpResponse<String> put(String url, byte[] bytes) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .PUT(BodyPublishers.ofByteArray(bytes))
                .build();
        return store.send(request, BodyHandlers.ofString());
    }
}
