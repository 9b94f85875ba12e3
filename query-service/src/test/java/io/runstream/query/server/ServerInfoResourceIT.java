package io.runstream.query.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.runstream.testkit.KafkaBackend;
import io.runstream.testkit.PostgresBackend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(KafkaBackend.class)
@WithTestResource(PostgresBackend.class)
class ServerInfoResourceIT {
    @ParameterizedTest
    @ValueSource(strings = {"/api/3.0/mlflow/server-info", "/ajax-api/3.0/mlflow/server-info"})
    void saysWhatTheServerCanDo(String path) {
        String info = given().get(path).then().statusCode(200).extract().asString();

        assertThat(info)
                .isEqualTo("{\"store_type\":\"SqlStore\",\"workspaces_enabled\":false,\"trace_archival_enabled\":false,"
                        + "\"multipart_uploads_enabled\":false,\"multipart_downloads_enabled\":false,"
                        + "\"presigned_upload_run_id_supported\":false,\"presigned_upload_model_id_supported\":false,"
                        + "\"features_enabled\":{\"gateway\":false}}");
    }

    @ParameterizedTest
    @CsvSource({"/health, OK, text/plain", "/version, 3.17.2, text/html"})
    void answersProbesInPlainWords(String path, String body, String type) {
        var response = given().get(path).then().statusCode(200).extract();

        assertThat(response.asString()).isEqualTo(body);
        assertThat(response.contentType()).startsWith(type);
    }

    @Test
    void takesTelemetryAndAsksForNone() {
        String path = "/ajax-api/3.0/mlflow/ui-telemetry";
        assertThat(given().get(path).then().statusCode(200).extract().asString())
                .isEqualTo("{\"disable_ui_events\":[],\"disable_ui_telemetry\":true,\"ui_rollout_percentage\":0}");
        assertThat(given().contentType("application/json")
                        .body("{\"records\":[{\"event_name\":\"x\"}]}")
                        .post(path)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .isEqualTo("{\"status\":\"disabled\"}");
    }
}
