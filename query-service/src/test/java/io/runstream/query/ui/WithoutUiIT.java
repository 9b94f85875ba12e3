package io.runstream.query.ui;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.runstream.testkit.KafkaBackend;
import io.runstream.testkit.PostgresBackend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(KafkaBackend.class)
@WithTestResource(PostgresBackend.class)
class WithoutUiIT {
    @Test
    void theFrontPageSaysHowToGetTheUi() {
        Response page = given().get("/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.contentType()).isEqualTo("text/html; charset=utf-8");
        assertThat(page.asString()).contains("Runstream runs here", "./runstream up --mlflow-ui mlflow-ui");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET  | 2.0/mlflow/gateway-proxy?gateway_path=x | {"endpoints":[]}
            GET  | 3.0/mlflow/assistant/config             | {"providers":{},"projects":{},"remote_access_allowed":false}
            POST | 3.0/mlflow/traces/search                | {}
            POST | 3.0/mlflow/traces/metrics               | {}
            POST | 3.0/mlflow/datasets/search              | {}
            GET  | 3.0/mlflow/scorers/list?experiment_id=0 | {}
            """)
    void featuresThatAreNotHereAreEmpty(String method, String path, String answer) {
        for (String api : new String[] {"/api/", "/ajax-api/"}) {
            Response response =
                    given().contentType("application/json").body("{}").request(method, api + path);

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.asString()).isEqualTo(answer);
            assertThat(response.contentType()).startsWith("application/json");
        }
    }

    @ParameterizedTest
    @CsvSource({"POST, 3.0/mlflow/scorers/register", "GET, 2.0/mlflow/users/current", "POST, 3.0/mlflow/traces"})
    void whatWouldUseThemIsNotFound(String method, String path) {
        Response response = given().contentType("application/json").body("{}").request(method, "/ajax-api/" + path);

        assertThat(response.statusCode()).isEqualTo(404);
    }
}
