package io.runstream.query.run;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.runstream.testkit.KafkaBackend;
import io.runstream.testkit.PostgresBackend;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The read endpoints over HTTP: what their answers look like, field by field. */
@QuarkusTest
@WithTestResource(KafkaBackend.class)
@WithTestResource(PostgresBackend.class)
class ReadResourcesIT {
    private static final String API = "/api/2.0/mlflow/";
    private static final String FULL = "0123456789abcdef0123456789abcdef";
    private static final String BARE = "ffffffffffffffffffffffffffffffff";

    private static final String FULL_START = "{\"info\":{\"run_uuid\":\"" + FULL
            + "\",\"experiment_id\":\"41\",\"run_name\":\"one\",\"user_id\":\"bob\","
            + "\"status\":\"RUNNING\",\"start_time\":100,\"artifact_uri\":\"mlflow-artifacts:/41/a\","
            + "\"lifecycle_stage\":\"active\",\"run_id\":\"" + FULL + "\"},\"data\":{\"metrics\":["
            + "{\"key\":\"acc\",\"value\":\"NaN\",\"timestamp\":10,\"step\":2},"
            + "{\"key\":\"loss\",\"value\":0.5,\"timestamp\":0,\"step\":0}],"
            + "\"params\":[{\"key\":\"p\",\"value\":\"1\"},{\"key\":\"sp ace\",\"value\":\"x y\"}],"
            + "\"tags\":[{\"key\":\"mlflow.runName\",\"value\":\"one\"}]},"
            + "\"inputs\":{\"dataset_inputs\":[{\"tags\":[{\"key\":\"mlflow.data.context\",\"value\":\"train\"}],"
            + "\"dataset\":{\"name\":\"ds\",\"digest\":\"d1\",\"source_type\":\"local\",\"source\":\"src\","
            + "\"schema\":\"{}\"}}]";
    private static final String FULL_END = "},\"outputs\":{\"model_outputs\":[{\"model_id\":\"m-x\",\"step\":1}]}}";

    private static final String BARE_RUN =
            "{\"info\":{\"run_uuid\":\"" + BARE + "\",\"experiment_id\":\"41\",\"run_name\":\"two\",\"user_id\":\"\","
                    + "\"status\":\"FINISHED\",\"start_time\":0,\"end_time\":7,\"artifact_uri\":\"mlflow-artifacts:/41/b\","
                    + "\"lifecycle_stage\":\"active\",\"run_id\":\"" + BARE + "\"},"
                    + "\"data\":{},\"inputs\":{},\"outputs\":{}}";

    private static final String EXPERIMENT =
            "{\"experiment_id\":\"41\",\"name\":\"e41\",\"artifact_location\":\"mlflow-artifacts:/41\","
                    + "\"lifecycle_stage\":\"active\",\"last_update_time\":6,\"creation_time\":5,"
                    + "\"tags\":[{\"key\":\"a\",\"value\":\"1\"}],\"workspace\":\"default\"}";

    @Inject
    Pool pool;

    @BeforeEach
    void fillTables() {
        for (String statement : """
                DELETE FROM experiment; DELETE FROM experiment_tag; DELETE FROM run;
                DELETE FROM metric_latest; DELETE FROM dataset; DELETE FROM run_dataset;
                DELETE FROM run_model_input; DELETE FROM run_model_output;
                INSERT INTO experiment VALUES (41, 'e41', 'mlflow-artifacts:/41', false, 1, 5, 6);
                INSERT INTO experiment VALUES (42, 'e42', 'mlflow-artifacts:/42', true, 1, 5, 6);
                INSERT INTO experiment_tag VALUES (41, 'a', '1');
                INSERT INTO run VALUES ('0123456789abcdef0123456789abcdef', 41, 'one', 'bob', 1, 100, NULL,
                    'mlflow-artifacts:/41/a', false, 1, '{"sp ace": "x y", "p": "1"}', '{"mlflow.runName": "one"}');
                INSERT INTO run VALUES ('ffffffffffffffffffffffffffffffff', 41, 'two', '', 3, 0, 7,
                    'mlflow-artifacts:/41/b', false, 1);
                INSERT INTO metric_latest SELECT run_id, 'loss', 0, 0, 0.5, 0 FROM run WHERE name = 'one';
                INSERT INTO metric_latest SELECT run_id, 'acc', 2, 10, 'NaN', 0 FROM run WHERE name = 'one';
                INSERT INTO dataset VALUES ('00000000-0000-0000-0000-000000000001', 'ds', 'd1', 'local', 'src', '{}');
                INSERT INTO run_dataset SELECT run_id, 'ds', 'd1', '00000000-0000-0000-0000-000000000001', 1, 0,
                    '{mlflow.data.context}', '{train}', 'train' FROM run WHERE name = 'one';
                INSERT INTO run_model_input SELECT run_id, 'm-in' FROM run WHERE name = 'one';
                INSERT INTO run_model_output SELECT run_id, 'm-x', 1 FROM run WHERE name = 'one'
                """.split(";")) {
            pool.query(statement).executeAndAwait();
        }
    }

    @Test
    void aRunComesWithAllItLogged() {
        String full = FULL_START + ",\"model_inputs\":[{\"model_id\":\"m-in\"}]" + FULL_END;
        assertThat(get("runs/get?run_id=" + FULL, 200)).isEqualTo("{\"run\":" + full + "}");
        assertThat(get("runs/get?run_uuid=" + BARE, 200)).isEqualTo("{\"run\":" + BARE_RUN + "}");
    }

    @Test
    void aSearchLeavesModelInputsOut() {
        assertThat(post("runs/search", "{\"experiment_ids\":[\"41\",\"77\",\"41\"]}", 200))
                .isEqualTo("{\"runs\":[" + FULL_START + FULL_END + "," + BARE_RUN + "]}");
    }

    @Test
    void aSearchIsServedToTheWebUserInterfaceToo() {
        String body = "{\"experimentIds\":[\"41\"],\"filter\":\"params.p IS NULL\"}";
        assertThat(send("/ajax-api/2.0/mlflow/runs/search", body, 200)).isEqualTo("{\"runs\":[" + BARE_RUN + "]}");
    }

    @Test
    void pagesFollowTheirTokens() {
        // When
        ExtractableResponse<Response> first = response(
                API + "runs/search",
                "{\"experiment_ids\":[\"41\"],\"max_results\":\"1\",\"order_by\":[\"metrics.acc DESC\"]}");
        String token = first.path("next_page_token");
        String second = post(
                "runs/search",
                "{\"experiment_ids\":[\"41\"],\"order_by\":[\"metrics.acc DESC\"],\"page_token\":\"" + token + "\"}",
                200);
        // Then
        assertThat(first.<String>path("runs[0].info.run_id")).isEqualTo(FULL);
        assertThat(second).isEqualTo("{\"runs\":[" + BARE_RUN + "]}");
        assertThat(post("runs/search", "{\"experiment_ids\":[\"41\"],\"page_token\":\"" + token + "\"}", 400))
                .contains("Invalid page token, parsed value=");
    }

    @Test
    void nothingFoundIsAnEmptyObject() {
        assertThat(post("runs/search", "{}", 200)).isEqualTo("{}");
        assertThat(post("runs/search", "{\"experiment_ids\":[\"98765\"]}", 200)).isEqualTo("{}");
        assertThat(post("experiments/search", "{\"max_results\":1,\"filter\":\"name = 'zzz'\"}", 200))
                .isEqualTo("{}");
        assertThat(post("experiments/search-datasets", "{\"experiment_ids\":[\"42\"]}", 200))
                .isEqualTo("{}");
    }

    @Test
    void anExperimentIsFoundByIdAndByName() {
        assertThat(get("experiments/get?experiment_id=41", 200)).isEqualTo("{\"experiment\":" + EXPERIMENT + "}");
        assertThat(get("experiments/get-by-name?experiment_name=e41", 200))
                .isEqualTo("{\"experiment\":" + EXPERIMENT + "}");
    }

    @Test
    void experimentsAreSearchedByGetAndPost() {
        assertThat(post("experiments/search", "{\"max_results\":2}", 200))
                .isEqualTo("{\"experiments\":[" + EXPERIMENT + "]}");
        assertThat(get("experiments/search?max_results=2&view_type=1&order_by=name&order_by=experiment_id", 200))
                .isEqualTo("{\"experiments\":[" + EXPERIMENT + "]}");
        assertThat(get("experiments/search?max_results=2&view_type=DELETED_ONLY", 200))
                .contains("\"experiment_id\":\"42\"")
                .contains("\"lifecycle_stage\":\"deleted\"");
    }

    @Test
    void datasetsAreSummedUpPerExperiment() {
        assertThat(post("experiments/search-datasets", "{\"experiment_ids\":[\"41\"]}", 200))
                .isEqualTo("{\"dataset_summaries\":[{\"experiment_id\":\"41\",\"name\":\"ds\",\"digest\":\"d1\","
                        + "\"context\":\"train\"}]}");
    }

    @Test
    void mistakesAreAnsweredInMlflowsWords() {
        assertThat(get("runs/get?run_id=nope", 404)).contains("Run with id=nope not found");
        assertThat(get("runs/get", 400)).contains("Missing value for required parameter 'run_id'.");
        assertThat(get("experiments/get?experiment_id=987654", 404)).contains("No Experiment with id=987654 exists");
        assertThat(get("experiments/get?experiment_id=abc", 400)).contains("Invalid experiment ID 'abc'.");
        assertThat(get("experiments/get-by-name?experiment_name=nope", 404))
                .contains("Could not find experiment with name 'nope'");
        assertThat(get("experiments/search", 400))
                .contains("Invalid value 0 for parameter 'max_results' supplied. It must be a positive integer");
        assertThat(post("runs/search", "{\"max_results\":50001}", 400))
                .contains("Invalid value 50001 for parameter 'max_results' supplied:  Hint: Value was of type 'int'.");
        assertThat(post("runs/search", "{\"experiment_ids\":[\"abc\"]}", 400)).contains("Invalid experiment ID 'abc'.");
        assertThat(post("runs/search", "{\"filter\":\"a OR b\"}", 400)).contains("Invalid clause(s) in filter string:");
        assertThat(post("experiments/search-datasets", "{}", 400))
                .contains("SearchDatasets request must specify at least one experiment_id.");
    }

    private static String get(String path, int status) {
        return given().get(API + path).then().statusCode(status).extract().asString();
    }

    private static String post(String path, String body, int status) {
        return send(API + path, body, status);
    }

    private static String send(String path, String body, int status) {
        ExtractableResponse<Response> response = response(path, body);
        assertThat(response.statusCode()).isEqualTo(status);
        return response.asString();
    }

    private static ExtractableResponse<Response> response(String path, String body) {
        return given().contentType("application/json")
                .body(body)
                .post(path)
                .then()
                .extract();
    }
}
