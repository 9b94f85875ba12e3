package io.runstream.api.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.runstream.api.request.RequestFields;
import io.runstream.error.ApiException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogModelRequestTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static LogModelRequest read(Map<String, String> fields) {
        try {
            return LogModelRequest.from(
                    RequestFields.ofJson(JSON.writeValueAsString(fields).getBytes(UTF_8)));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static LogModelRequest ofModel(String modelJson) {
        return read(Map.of("run_id", "r", "model_json", modelJson));
    }

    @Test
    void showsWhereAModelIsAndWhatItCanBeLoadedWith() {
        LogModelRequest request = ofModel("""
                {"run_id": "r", "artifact_path": "m", "utc_time_created": "t", "model_uuid": "u", "mlflow_version": "2",
                 "flavors": {"sklearn": {"code": null, "config": {"a": 1}}, "odd": "flavor"}}""");

        assertThat(request.runId()).isEqualTo("r");
        assertThat(request.model())
                .hasToString(
                        "{\"run_id\":\"r\",\"artifact_path\":\"m\",\"utc_time_created\":\"t\",\"model_uuid\":\"u\","
                                + "\"flavors\":{\"sklearn\":{\"code\":null},\"odd\":\"flavor\"}}");
    }

    @Test
    void whatIsNotThereIsNotShown() {
        assertThat(ofModel(
                                "{\"run_id\": \"r\", \"artifact_path\": \"m\", \"utc_time_created\": \"t\", \"flavors\": {}}")
                        .model())
                .hasToString("{\"run_id\":\"r\",\"artifact_path\":\"m\",\"utc_time_created\":\"t\",\"flavors\":{}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "7", "null", "{} {"})
    void textThatIsNoObjectIsRefused(String modelJson) {
        assertThatThrownBy(() -> ofModel(modelJson))
                .isInstanceOf(ApiException.class)
                .hasMessageStartingWith("Malformed model info.");
    }

    @Test
    void missingFieldsAreNamed() {
        assertThatThrownBy(() -> ofModel("{\"flavors\": {}, \"artifact_path\": \"m\"}"))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("run_id")
                .hasMessageContaining("utc_time_created");
        assertThatThrownBy(() -> read(Map.of("run_id", "r")))
                .hasMessageStartingWith("Missing value for required parameter 'model_json'.");
    }
}
