package io.runstream.query.graphql;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.runstream.testkit.KafkaBackend;
import io.runstream.testkit.PostgresBackend;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** GraphQL as MLflow's page uses it. Answers were compared with MLflow 3.17.2's. */
@QuarkusTest
@WithTestResource(KafkaBackend.class)
@WithTestResource(PostgresBackend.class)
class GraphQlResourceIT {
    private static final String RUN = "0123456789abcdef0123456789abcdef";

    @Inject
    Pool pool;

    @BeforeEach
    void fillTables() {
        for (String statement : """
                DELETE FROM experiment; DELETE FROM experiment_tag; DELETE FROM run;
                DELETE FROM metric_latest; DELETE FROM metric_segment; DELETE FROM dataset; DELETE FROM run_dataset;
                DELETE FROM run_model_input; DELETE FROM run_model_output;
                DELETE FROM registered_model; DELETE FROM model_version;
                INSERT INTO experiment VALUES (41, 'e41', 'mlflow-artifacts:/41', false, 1, 5, 6);
                INSERT INTO experiment_tag VALUES (41, 'a', '1');
                INSERT INTO run VALUES ('0123456789abcdef0123456789abcdef', 41, 'one', 'bob', 1, 100, NULL,
                    'mlflow-artifacts:/41/a', false, 1, '{"p": "1"}', '{"mlflow.runName": "one"}');
                INSERT INTO metric_latest SELECT run_id, 'loss', 9007199254740993, 10, 0.5, 0 FROM run;
                INSERT INTO metric_latest SELECT run_id, 'acc', 2, 10, 'NaN', 0 FROM run;
                INSERT INTO dataset VALUES ('00000000-0000-0000-0000-000000000001', 'ds', 'd1', 'local', 'src', '{}');
                INSERT INTO run_dataset SELECT run_id, 'ds', 'd1', '00000000-0000-0000-0000-000000000001', 1, 0,
                    '{mlflow.data.context}', '{train}', 'train' FROM run
                """.split(";")) {
            pool.query(statement).executeAndAwait();
        }
    }

    @Test
    void aRunComesWithItsExperimentAndWithWhatProtobufCallsUnset() throws Exception {
        String answer = ask("""
                query GetRun($data: MlflowGetRunInput!) @component(name: "MLflow.ExperimentRunTracking") {
                  mlflowGetRun(input: $data) {
                    apiError { code }
                    run {
                      info { runUuid status startTime endTime lifecycleStage }
                      experiment { name tags { key value } workspace effectiveTraceArchivalRetention }
                      data { metrics { key value step timestamp modelId } params { key value } }
                      inputs { datasetInputs { dataset { name profile sourceType } tags { key value } } modelInputs { modelId } }
                      outputs { modelOutputs { modelId } }
                      __typename
                    }
                  }
                }""", Map.of("data", Map.of("runId", RUN)));

        assertThat(answer)
                .isEqualTo("{\"data\":{\"mlflowGetRun\":{\"apiError\":null,\"run\":{"
                        + "\"info\":{\"runUuid\":\"" + RUN + "\",\"status\":\"RUNNING\",\"startTime\":\"100\","
                        + "\"endTime\":\"0\",\"lifecycleStage\":\"active\"},"
                        + "\"experiment\":{\"name\":\"e41\",\"tags\":[{\"key\":\"a\",\"value\":\"1\"}],"
                        + "\"workspace\":\"default\",\"effectiveTraceArchivalRetention\":\"\"},"
                        + "\"data\":{\"metrics\":["
                        + "{\"key\":\"acc\",\"value\":null,\"step\":\"2\",\"timestamp\":\"10\",\"modelId\":\"\"},"
                        + "{\"key\":\"loss\",\"value\":0.5,\"step\":\"9007199254740993\",\"timestamp\":\"10\","
                        + "\"modelId\":\"\"}],\"params\":[{\"key\":\"p\",\"value\":\"1\"}]},"
                        + "\"inputs\":{\"datasetInputs\":[{\"dataset\":{\"name\":\"ds\",\"profile\":\"\","
                        + "\"sourceType\":\"local\"},\"tags\":[{\"key\":\"mlflow.data.context\",\"value\":\"train\"}]}],"
                        + "\"modelInputs\":[]},\"outputs\":{\"modelOutputs\":[]},"
                        + "\"__typename\":\"MlflowRunExtension\"}}},\"errors\":null}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"query", "mutation"})
    void runsAreSearchedByQueryAndByMutation(String kind) throws Exception {
        String answer = ask(
                kind + "{mlflowSearchRuns(input:{experimentIds:[\"41\"],filter:\"params.p = '1'\",maxResults:1,"
                        + "runViewType:ALL}){runs{info{runName}experiment{name}}nextPageToken}}",
                Map.of());

        assertThat(answer)
                .isEqualTo("{\"data\":{\"mlflowSearchRuns\":{\"runs\":[{\"info\":{\"runName\":\"one\"},"
                        + "\"experiment\":{\"name\":\"e41\"}}],\"nextPageToken\":\"\"}},\"errors\":null}");
    }

    @Test
    void runsComeWithTheVersionsThatWereRegisteredOfThem() throws Exception {
        registerVersions();

        assertThat(ask(
                        "{mlflowSearchRuns(input:{experimentIds:[\"41\"],orderBy:[\"attributes.run_name\"]})"
                                + "{runs{info{runName}modelVersions{name version status}}}}",
                        Map.of()))
                .isEqualTo("{\"data\":{\"mlflowSearchRuns\":{\"runs\":["
                        + "{\"info\":{\"runName\":\"one\"},\"modelVersions\":["
                        + "{\"name\":\"m\",\"version\":\"3\",\"status\":\"READY\"},"
                        + "{\"name\":\"m\",\"version\":\"1\",\"status\":\"READY\"}]},"
                        + "{\"info\":{\"runName\":\"three\"},\"modelVersions\":[]},"
                        + "{\"info\":{\"runName\":\"two\"},\"modelVersions\":["
                        + "{\"name\":\"m\",\"version\":\"2\",\"status\":\"READY\"}]}"
                        + "]}},\"errors\":null}");
    }

    @Test
    void oneRunComesWithItsVersions() throws Exception {
        registerVersions();

        assertThat(ask("{mlflowGetRun(input:{runId:\"" + RUN + "\"}){run{modelVersions{version}}}}", Map.of()))
                .isEqualTo("{\"data\":{\"mlflowGetRun\":{\"run\":{\"modelVersions\":["
                        + "{\"version\":\"3\"},{\"version\":\"1\"}]}}},\"errors\":null}");
    }

    @Test
    void versionsAreSearched() throws Exception {
        registerVersions();

        assertThat(ask(
                        "{mlflowSearchModelVersions(input:{filter:\"run_id = '" + RUN + "'\",maxResults:1})"
                                + "{modelVersions{name version creationTimestamp userId currentStage description source"
                                + " runId statusMessage tags{key value} aliases modelParams{name}"
                                + " deploymentJobState{jobId jobState}} apiError{code}}}",
                        Map.of()))
                .isEqualTo("{\"data\":{\"mlflowSearchModelVersions\":{\"modelVersions\":["
                        + "{\"name\":\"m\",\"version\":\"3\",\"creationTimestamp\":\"3\",\"userId\":\"\","
                        + "\"currentStage\":\"None\",\"description\":\"\",\"source\":\"s3\",\"runId\":\"" + RUN + "\","
                        + "\"statusMessage\":\"\",\"tags\":[{\"key\":\"a\",\"value\":\"3\"}],\"aliases\":[],"
                        + "\"modelParams\":[],\"deploymentJobState\":{\"jobId\":\"\","
                        + "\"jobState\":\"DEPLOYMENT_JOB_CONNECTION_STATE_UNSPECIFIED\"}}],"
                        + "\"apiError\":null}},\"errors\":null}");
    }

    @Test
    void theDatasetsOfExperimentsAreAMutation() throws Exception {
        assertThat(ask(
                        "mutation{mlflowSearchDatasets(input:{experimentIds:[\"41\"]}){datasetSummaries{name digest context}}}",
                        Map.of()))
                .isEqualTo("{\"data\":{\"mlflowSearchDatasets\":{\"datasetSummaries\":["
                        + "{\"name\":\"ds\",\"digest\":\"d1\",\"context\":\"train\"}]}},\"errors\":null}");
    }

    @Test
    void aHistoryWithoutPointsIsEmpty() throws Exception {
        assertThat(ask(
                        "{mlflowGetMetricHistoryBulkInterval(input:{runIds:[\"" + RUN + "\"],metricKey:\"x\"})"
                                + "{metrics{key step}apiError{code}}}",
                        Map.of()))
                .isEqualTo("{\"data\":{\"mlflowGetMetricHistoryBulkInterval\":{\"metrics\":[],\"apiError\":null}},"
                        + "\"errors\":null}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {mlflowGetRun(input:{runId:"ffffffffffffffffffffffffffffffff"}){run{info{runId}}}} | {"mlflowGetRun":null} | Run with id=ffffffffffffffffffffffffffffffff not found
            {mlflowGetExperiment(input:{experimentId:"abc"}){experiment{name}}} | {"mlflowGetExperiment":null} | Invalid experiment ID 'abc'. Experiment ID must be a valid integer.
            {mlflowSearchRuns(input:{experimentIds:["41"],filter:"oops"}){runs{info{runId}}}} | {"mlflowSearchRuns":null} | Invalid clause(s) in filter string: 'oops'
            {mlflowListArtifacts(input:{runId:"x"}){rootUri}} | {"mlflowListArtifacts":null} | mlflowListArtifacts is not answered here. Use artifacts/list of the REST API.
            {__typename a:__typename b:__typename c:__typename d:__typename e:__typename f:__typename g:__typename h:__typename i:__typename j:__typename} | null | GraphQL queries should have at most 10 root fields, got 11 root fields.
            query A{__typename} query B{__typename} | null | Must provide operation name if query contains multiple operations.
            """)
    void whatGoesWrongIsASentenceAmongTheErrors(String query, String data, String error) throws Exception {
        assertThat(ask(query, Map.of())).isEqualTo("{\"data\":" + data + ",\"errors\":[\"" + error + "\"]}");
    }

    @Test
    void anAnswerOfMoreThanHalfAMillionValuesIsRefused() throws Exception {
        pool.query("""
                UPDATE run SET params = (SELECT jsonb_object_agg('p' || n, '1') FROM generate_series(1, 26000) n)
                """).executeAndAwait();
        // 26,000 params, of two values each, ten times
        String fields = IntStream.range(0, 10)
                .mapToObj(n -> "r%d: mlflowGetRun(input: {runId: \"%s\"}) {run {info {runId}}}".formatted(n, RUN))
                .collect(Collectors.joining(" ", "{", "}"));

        assertThat(ask(fields, Map.of()))
                .contains("\"r8\":{\"run\":{\"info\":{\"runId\":\"" + RUN + "\"}}},\"r9\":null")
                .endsWith(
                        "\"errors\":[\"The answer would hold more than 500000 values. Ask for less, or use the REST API.\"]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{nope}", "{nope", "{mlflowGetRun(input:{runId:5}){run{info{runId}}}}"})
    void aQueryThatIsNoneOfMlflowsIsAnErrorNotACrash(String query) throws Exception {
        assertThat(ask(query, Map.of())).startsWith("{\"data\":null,\"errors\":[\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[{\"query\":\"{__typename}\"}]", "{}", "{\"query\":5}", "not json", "{\"query\":null}", "[]"})
    void severalQueriesAtOnceAndNoneAreRefused(String body) {
        Response response = given().contentType("application/json").body(body).post("/graphql");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.jsonPath().getString("message"))
                .isEqualTo("A GraphQL request is one JSON object with the text of a query in 'query'.");
    }

    @Test
    void aQueryMayBePartOfTheAddress() {
        Response response = given().queryParam(
                        "query",
                        "query Q($i: MlflowGetExperimentInput)" + "{mlflowGetExperiment(input:$i){experiment{name}}}")
                .queryParam("variables", "{\"i\":{\"experimentId\":\"41\"}}")
                .get("/graphql");

        assertThat(response.asString())
                .isEqualTo("{\"data\":{\"mlflowGetExperiment\":{\"experiment\":{\"name\":\"e41\"}}},\"errors\":null}");
    }

    /** Of run one, run two, run one again; none of run three. */
    private void registerVersions() {
        for (String statement :
                """
                INSERT INTO run SELECT id::uuid, 41, name, 'bob', 1, start, NULL, 'mlflow-artifacts:/41/b', false, 1, '{}', '{}'
                    FROM (VALUES ('%1$s', 'two', 200), ('%2$s', 'three', 300)) AS added (id, name, start);
                INSERT INTO registered_model VALUES (7, 'm', '', 1, 3, 3, '{}', '{"champion": 3}');
                INSERT INTO model_version
                    SELECT 7, n, n, n, 1, NULL, 's' || n, 's' || n, run, '', '', json_build_object('a', n::text)::jsonb
                    FROM (VALUES (1, '%3$s'), (2, '%1$s'), (3, '%3$s')) AS added (n, run)
                """.formatted("1".repeat(32), "2".repeat(32), RUN).split(";")) {
            pool.query(statement).executeAndAwait();
        }
    }

    private static String ask(String query, Map<String, Object> variables) throws Exception {
        String body = new ObjectMapper().writeValueAsString(Map.of("query", query, "variables", variables));
        Response response = given().contentType("application/json").body(body).post("/graphql");
        assertThat(response.statusCode()).isEqualTo(200);
        return response.asString();
    }
}
