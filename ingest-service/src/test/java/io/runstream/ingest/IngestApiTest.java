package io.runstream.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.runstream.event.v1.DataLogged;
import io.runstream.event.v1.Done;
import io.runstream.event.v1.ExperimentState;
import io.runstream.event.v1.ParamChange;
import io.runstream.event.v1.ParamsChanged;
import io.runstream.event.v1.Rejection;
import io.runstream.event.v1.Reply;
import io.runstream.event.v1.RunNotFound;
import io.runstream.event.v1.TrackingEvent;
import io.runstream.testkit.KafkaBackend;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The write API over HTTP, with a real log and a projector that says what the test wants. */
@QuarkusTest
@TestProfile(IngestApiTest.Impatient.class)
@WithTestResource(KafkaBackend.class)
class IngestApiTest {
    public static final class Impatient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("runstream.ingest.verdict-timeout", "5s");
        }
    }

    private static final long EXPERIMENT = 0;
    private static final long DELETED_EXPERIMENT = 1;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private ScriptedProjector projector;

    @BeforeEach
    void startProjector() {
        projector = new ScriptedProjector(bootstrapServers, IngestApiTest::verdict);
    }

    @AfterEach
    void stopProjector() throws InterruptedException {
        projector.close();
    }

    static @Nullable Reply verdict(TrackingEvent event) {
        return switch (event.getEventCase()) {
            case ENSURE_DEFAULT_EXPERIMENT -> experiment(EXPERIMENT, false);
            case DESCRIBE_EXPERIMENT ->
                experiment(
                        event.getDescribeExperiment().getExperimentId(),
                        event.getDescribeExperiment().getExperimentId() == DELETED_EXPERIMENT);
            case DESCRIBE_RUN ->
                rejection(Rejection.newBuilder()
                        .setRunNotFound(RunNotFound.newBuilder()
                                .setRunId(event.getDescribeRun().getRunId())));
            case LOG_PARAMS -> logParams(event);
            case RUN_CREATED ->
                Reply.newBuilder().setRunCreated(event.getRunCreated()).build();
            case DELETE_RUN -> null;
            default -> Reply.newBuilder().setDone(Done.getDefaultInstance()).build();
        };
    }

    private static Reply experiment(long id, boolean deleted) {
        return Reply.newBuilder()
                .setExperiment(ExperimentState.newBuilder()
                        .setExperimentId(id)
                        .setArtifactLocation("mlflow-artifacts:/" + id)
                        .setDeleted(deleted))
                .build();
    }

    private static Reply logParams(TrackingEvent event) {
        String key = event.getLogParams().getParams(0).getKey();
        if (!key.equals("taken")) {
            return Reply.newBuilder().setDone(Done.getDefaultInstance()).build();
        }
        return rejection(Rejection.newBuilder()
                .setParamsChanged(ParamsChanged.newBuilder()
                        .setRunId(event.getLogParams().getRunId())
                        .addChanges(ParamChange.newBuilder()
                                .setKey(key)
                                .setOldValue("1")
                                .setNewValue("2"))));
    }

    private static Reply rejection(Rejection.Builder rejection) {
        return Reply.newBuilder().setRejection(rejection).build();
    }

    private static ValidatableResponse post(String path, String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/2.0/mlflow/" + path)
                .then();
    }

    private static String createRun() {
        return post("runs/create", "{\"experiment_id\": \"0\", \"run_name\": \"n\", \"start_time\": 7}")
                .statusCode(200)
                .extract()
                .path("run.info.run_id");
    }

    @Test
    void createdRunIsAnsweredFromTheRequestAlone() {
        post(
                        "runs/create",
                        "{\"experiment_id\": \"0\", \"user_id\": \"u\", \"tags\": [{\"key\": \"a\", \"value\": \"b\"}]}")
                .statusCode(200)
                .body("run.info.run_id", matchesPattern("[0-9a-f]{32}"))
                .body("run.info.status", equalTo("RUNNING"))
                .body("run.info.user_id", equalTo("u"))
                .body("run.info.artifact_uri", matchesPattern("mlflow-artifacts:/0/[0-9a-f]{32}/artifacts"))
                .body("run.data.tags[0].key", equalTo("a"))
                .body("run.data.tags[1].key", equalTo("mlflow.runName"));
    }

    @Test
    void metricOfAKnownRunIsInTheLogWhenItIsAcknowledged() {
        String run = createRun();

        post(
                        "runs/log-metric",
                        "{\"run_id\": \"" + run + "\", \"key\": \"m\", \"value\": \"NaN\", \"timestamp\": \"5\"}")
                .statusCode(200)
                .body(equalTo("{}"));

        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThat(projector.events())
                        .filteredOn(event -> event.getDataLogged().getRunId().equals(run))
                        .singleElement()
                        .extracting(TrackingEvent::getDataLogged)
                        .extracting(DataLogged::getMetricsList)
                        .satisfies(metrics -> {
                            assertThat(metrics.get(0).getKey()).isEqualTo("m");
                            assertThat(metrics.get(0).getValue()).isNaN();
                            assertThat(metrics.get(0).getTimestamp()).isEqualTo(5);
                        }));
    }

    @Test
    void changedParamIsNamedInTheWordsOfItsEndpoint() {
        String run = createRun();

        post("runs/log-parameter", "{\"run_id\": \"" + run + "\", \"key\": \"taken\", \"value\": \"2\"}")
                .statusCode(400)
                .body("error_code", equalTo("INVALID_PARAMETER_VALUE"))
                .body(
                        "message",
                        equalTo("Changing param values is not allowed. Param with key='taken' was already logged with"
                                + " value='1' for run ID='" + run + "'. Attempted logging new value '2'."));
        post("runs/log-batch", "{\"run_id\": \"" + run + "\", \"params\": [{\"key\": \"taken\", \"value\": \"2\"}]}")
                .statusCode(400)
                .body(
                        "message",
                        equalTo("Changing param values is not allowed. Params were already logged='[{'key': 'taken',"
                                + " 'old_value': '1', 'new_value': '2'}]' for run ID='" + run + "'."));
    }

    @Test
    void unknownRunAndDeletedExperimentAreRefused() {
        post(
                        "runs/log-metric",
                        "{\"run_id\": \"0123456789abcdef0123456789abcdef\", \"key\": \"m\", \"value\": 1, \"timestamp\": 5}")
                .statusCode(404)
                .body("error_code", equalTo("RESOURCE_DOES_NOT_EXIST"))
                .body("message", equalTo("Run with id=0123456789abcdef0123456789abcdef not found"))
                .body("error_class", equalTo("RESOURCE_NOT_FOUND"));
        post("runs/create", "{\"experiment_id\": \"1\"}")
                .statusCode(400)
                .body("message", equalTo("The experiment 1 must be in the 'active' state. Current state is deleted."));
    }

    @Test
    void commandWithoutVerdictIsTemporarilyUnavailable() {
        String run = createRun();

        post("runs/delete", "{\"run_id\": \"" + run + "\"}")
                .statusCode(503)
                .header("Retry-After", "1")
                .body("error_code", equalTo("TEMPORARILY_UNAVAILABLE"));
    }

    @Test
    void keyMakesTheCreationOfARunACommandForOneRun() {
        String body = "{\"experiment_id\": \"0\", \"run_name\": \"n\"}";

        String first = createRunUnderKey(body);
        String second = createRunUnderKey(body);

        assertThat(second).isEqualTo(first);
    }

    private static String createRunUnderKey(String body) {
        return given().contentType(ContentType.JSON)
                .header("Idempotency-Key", "k1")
                .body(body)
                .post("/ajax-api/2.0/mlflow/runs/create")
                .then()
                .statusCode(200)
                .extract()
                .path("run.info.run_id");
    }

    @Test
    void bodyOfAnotherTypeIsRefused() {
        given().contentType("text/plain")
                .body("{}")
                .post("/api/2.0/mlflow/runs/create")
                .then()
                .statusCode(400)
                .body("message", equalTo("Bad Request. Content-Type must be one of ['application/json']."));
        given().post("/api/2.0/mlflow/runs/log-metric").then().statusCode(400);
    }

    @Test
    void emptyBodyIsAnEmptyRequest() {
        given().contentType(ContentType.JSON)
                .post("/api/2.0/mlflow/runs/log-metric")
                .then()
                .statusCode(400)
                .body(
                        "message",
                        equalTo("Missing value for required parameter 'run_id'. See the API docs for more information"
                                + " about request parameters."));
    }

    @Test
    void unknownPathAndWrongMethodAreCleanErrors() {
        post("runs/nope", "{}").statusCode(404).body("error_code", equalTo("ENDPOINT_NOT_FOUND"));
        given().get("/api/2.0/mlflow/runs/create").then().statusCode(405);
    }
}
