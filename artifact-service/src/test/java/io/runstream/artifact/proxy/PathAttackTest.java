package io.runstream.artifact.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.runstream.testkit.S3Backend;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No route that takes a path lets it lead out, however it is written. */
@QuarkusTest
@WithTestResource(S3Backend.class)
class PathAttackTest {
    private static final String ID = "0123456789abcdef0123456789abcdef";

    private static final List<String> ATTACKS = List.of(
            "../secret",
            "a/../../secret",
            "%2e%2e/secret",
            "%2e%2e%2fsecret",
            "%252e%252e%252fsecret",
            "%25252e%25252e%25252fsecret",
            "..%5csecret",
            "a%5c..%5csecret",
            "a%23b",
            "%2523",
            "%2fetc/passwd",
            "/etc/passwd",
            "C:/windows/secret",
            "file:///etc/passwd",
            "file:%2f%2f%2fetc%2fpasswd");

    private record Route(String method, String before, String after, String body) {
        Route(String method, String before) {
            this(method, before, "", "");
        }
    }

    private static final List<Route> ROUTES = List.of(
            new Route("GET", "/api/2.0/mlflow-artifacts/artifacts/"),
            new Route("HEAD", "/api/2.0/mlflow-artifacts/artifacts/"),
            new Route("PUT", "/api/2.0/mlflow-artifacts/artifacts/", "", "x"),
            new Route("DELETE", "/api/2.0/mlflow-artifacts/artifacts/"),
            new Route("GET", "/ajax-api/2.0/mlflow-artifacts/artifacts/"),
            new Route("PUT", "/ajax-api/2.0/mlflow-artifacts/artifacts/", "", "x"),
            new Route("GET", "/api/2.0/mlflow-artifacts/artifacts?path="),
            new Route("POST", "/api/2.0/mlflow-artifacts/mpu/create/", "", "{\"path\":\"f\",\"num_parts\":1}"),
            new Route(
                    "POST",
                    "/api/2.0/mlflow-artifacts/mpu/complete/",
                    "",
                    "{\"path\":\"f\",\"upload_id\":\"u\",\"parts\":[{\"part_number\":1,\"etag\":\"e\"}]}"),
            new Route("POST", "/api/2.0/mlflow-artifacts/mpu/abort/", "", "{\"path\":\"f\",\"upload_id\":\"u\"}"),
            new Route("GET", "/api/2.0/mlflow-artifacts/presigned/"),
            new Route("GET", "/get-artifact?run_id=" + ID + "&path="),
            new Route("GET", "/model-versions/get-artifact?name=m&version=1&path="),
            new Route("GET", "/api/2.0/mlflow/artifacts/list?run_id=" + ID + "&path="),
            new Route("POST", "/ajax-api/2.0/mlflow/upload-artifact?run_uuid=" + ID + "&path=", "", "x"),
            new Route("GET", "/api/2.0/mlflow/logged-models/m-1/artifacts/directories?artifact_directory_path="),
            new Route("GET", "/ajax-api/2.0/mlflow/logged-models/m-1/artifacts/files?artifact_file_path="));

    private static final List<String> JSON_ROUTES = List.of(
            "/api/2.0/mlflow/artifacts/presigned-upload-url", "/api/2.0/mlflow/artifacts/presigned-download-url");

    @Test
    void everyRouteRefusesEveryAttackInThePath() throws IOException {
        RawHttp http = new RawHttp(RestAssured.port);
        for (Route route : ROUTES) {
            for (String attack : ATTACKS) {
                String answer = http.send(route.method, route.before + attack + route.after, route.body);
                assertThat(answer)
                        .as("%s %s%s", route.method, route.before, attack)
                        .startsWith("HTTP/1.1 400");
                if (!route.method.equals("HEAD")) {
                    assertThat(answer).contains("\"message\":\"Invalid path\"");
                }
            }
        }
    }

    @Test
    void everyRouteRefusesEveryAttackInTheBody() throws IOException {
        RawHttp http = new RawHttp(RestAssured.port);
        for (String route : JSON_ROUTES) {
            for (String attack : ATTACKS) {
                String body = "{\"run_id\":\"" + ID + "\",\"path\":\"" + attack + "\"}";
                assertThat(http.send("POST", route, body))
                        .as("%s %s", route, attack)
                        .startsWith("HTTP/1.1 400")
                        .contains("\"message\":\"Invalid path\"");
            }
        }
    }

    @Test
    void theNameOfAFileInPartsCountsWithoutItsFolders() throws IOException {
        String path = URLEncoder.encode("..", StandardCharsets.UTF_8);
        String answer = new RawHttp(RestAssured.port)
                .send(
                        "POST",
                        "/api/2.0/mlflow-artifacts/mpu/create/a",
                        "{\"path\":\"/tmp/" + path + "\",\"num_parts\":1}");
        assertThat(answer).startsWith("HTTP/1.1 400").contains("Invalid path");
    }
}
