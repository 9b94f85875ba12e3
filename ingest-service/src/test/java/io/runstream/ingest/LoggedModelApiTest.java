package io.runstream.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.runstream.event.v1.Done;
import io.runstream.event.v1.ExperimentState;
import io.runstream.event.v1.LoggedModelCreated;
import io.runstream.event.v1.LoggedModelNotFound;
import io.runstream.event.v1.LoggedModelParamsChanged;
import io.runstream.event.v1.LoggedModelState;
import io.runstream.event.v1.LoggedModelStatus;
import io.runstream.event.v1.LoggedModelTagNotFound;
import io.runstream.event.v1.ParamChange;
import io.runstream.event.v1.Rejection;
import io.runstream.event.v1.Reply;
import io.runstream.event.v1.TrackingEvent;
import io.runstream.testkit.KafkaBackend;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Writes of logged models over HTTP, with a real log and a projector that says what the test wants. */
@QuarkusTest
@TestProfile(IngestApiTest.Impatient.class)
@WithTestResource(KafkaBackend.class)
class LoggedModelApiTest {
    private static final String UNKNOWN = "m-0123456789abcdef0123456789abcdef";
    private static final String BODY = """
            {"experiment_id": "0", "name": "tree", "model_type": "sklearn", "source_run_id": "r",
             "params": [{"key": "lr", "value": "0.1"}], "tags": [{"key": "team", "value": "a"}]}""";

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private ScriptedProjector projector;

    @BeforeEach
    void startProjector() {
        projector = new ScriptedProjector(bootstrapServers, LoggedModelApiTest::verdict);
    }

    @AfterEach
    void stopProjector() throws InterruptedException {
        projector.close();
    }

    private static Reply verdict(TrackingEvent event) {
        Reply.Builder reply = Reply.newBuilder();
        return switch (event.getEventCase()) {
            case ENSURE_DEFAULT_EXPERIMENT, DESCRIBE_EXPERIMENT ->
                reply.setExperiment(ExperimentState.newBuilder().setArtifactLocation("mlflow-artifacts:/0"))
                        .build();
            case DESCRIBE_LOGGED_MODEL -> refused(notFound());
            case LOGGED_MODEL_CREATED ->
                reply.setLoggedModel(state(event.getLoggedModelCreated().getModelId()))
                        .build();
            case FINALIZE_LOGGED_MODEL ->
                reply.setLoggedModel(state(event.getFinalizeLoggedModel().getModelId())
                                .setStatus(event.getFinalizeLoggedModel().getStatus()))
                        .build();
            case LOG_LOGGED_MODEL_PARAMS ->
                refused(Rejection.newBuilder()
                        .setLoggedModelParamsChanged(LoggedModelParamsChanged.newBuilder()
                                .setModelId(event.getLogLoggedModelParams().getModelId())
                                .addChanges(ParamChange.newBuilder()
                                        .setKey("lr")
                                        .setOldValue("0.1")
                                        .setNewValue("0.2"))));
            case DELETE_LOGGED_MODEL_TAG ->
                refused(Rejection.newBuilder()
                        .setLoggedModelTagNotFound(LoggedModelTagNotFound.newBuilder()
                                .setModelId(event.getDeleteLoggedModelTag().getModelId())
                                .setKey(event.getDeleteLoggedModelTag().getKey())));
            default -> reply.setDone(Done.getDefaultInstance()).build();
        };
    }

    private static LoggedModelState.Builder state(String id) {
        return LoggedModelState.newBuilder()
                .setModelId(id)
                .setName("tree")
                .setStatus(LoggedModelStatus.LOGGED_MODEL_STATUS_PENDING);
    }

    private static Rejection.Builder notFound() {
        return Rejection.newBuilder()
                .setLoggedModelNotFound(LoggedModelNotFound.newBuilder().setModelId(UNKNOWN));
    }

    private static Reply refused(Rejection.Builder rejection) {
        return Reply.newBuilder().setRejection(rejection).build();
    }

    private static RequestSpecification sent(String body) {
        return given().basePath("/api/2.0/mlflow/logged-models")
                .urlEncodingEnabled(false)
                .contentType(ContentType.JSON)
                .body(body);
    }

    private static String create() {
        return sent(BODY).post().then().statusCode(200).extract().path("model.info.model_id");
    }

    @Test
    void aCreatedModelIsAnsweredFromTheRequestAndLiesInTheLog() {
        String id = sent(BODY)
                .post()
                .then()
                .statusCode(200)
                .body("model.info.model_id", matchesPattern("m-[0-9a-f]{32}"))
                .body("model.info.status", equalTo("LOGGED_MODEL_PENDING"))
                .body("model.info.tags[0].value", equalTo("a"))
                .body("model.data.params[0].value", equalTo("0.1"))
                .extract()
                .path("model.info.model_id");

        LoggedModelCreated logged = projector
                .await(event -> event.getLoggedModelCreated().getModelId().equals(id))
                .getLoggedModelCreated();
        assertThat(logged.getName()).isEqualTo("tree");
        assertThat(logged.getSourceRunId()).isEqualTo("r");
        assertThat(logged.getArtifactUri()).isEqualTo("mlflow-artifacts:/0/models/" + id + "/artifacts");
    }

    @Test
    void tagsAndDeletionOfAKnownModelAreFacts() {
        String id = create();

        sent("{\"tags\": [{\"key\": \"a\", \"value\": \"1\"}]}")
                .patch(id + "/tags")
                .then()
                .statusCode(200)
                .body(equalTo("{}"));
        sent("{}").delete(id).then().statusCode(200).body(equalTo("{}"));

        assertThat(projector
                        .await(event ->
                                event.getLoggedModelTagsSet().getModelId().equals(id))
                        .getLoggedModelTagsSet()
                        .getTags(0)
                        .getValue())
                .isEqualTo("1");
        projector.await(event -> event.getLoggedModelDeleted().getModelId().equals(id));
    }

    @Test
    void theAnswerToAChangeOfStatusIsTheModel() {
        sent("{\"status\": \"LOGGED_MODEL_READY\"}")
                .patch(create())
                .then()
                .statusCode(200)
                .body("model.info.name", equalTo("tree"))
                .body("model.info.status", equalTo("LOGGED_MODEL_READY"));
    }

    @Test
    void whatTheProjectorRefusesIsRefusedInMlflowsWords() {
        String id = create();

        sent("{\"params\": [{\"key\": \"lr\", \"value\": \"0.2\"}]}")
                .post(id + "/params")
                .then()
                .statusCode(400)
                .body(
                        "message",
                        equalTo("Changing param values is not allowed. Params were already logged='[{'key': 'lr',"
                                + " 'old_value': '0.1', 'new_value': '0.2'}]' for model ID='" + id + "'."));
        sent("{}")
                .delete(id + "/tags/a%2Fb")
                .then()
                .statusCode(404)
                .body("message", equalTo("No tag with key 'a/b' found for model with ID '" + id + "'."));
    }

    @Test
    void aModelThatIsNotThereIsNotWrittenTo() {
        sent("{\"tags\": []}")
                .patch(UNKNOWN + "/tags")
                .then()
                .statusCode(404)
                .body("error_code", equalTo("RESOURCE_DOES_NOT_EXIST"))
                .body("message", equalTo("Logged model with ID '" + UNKNOWN + "' not found."));
        sent("{}").delete("nope").then().statusCode(404);
        assertThat(projector.events())
                .noneMatch(event -> event.getLoggedModelTagsSet().getModelId().equals(UNKNOWN));
    }

    @Test
    void namesThatBreakPathsAreRefused() {
        sent("{\"experiment_id\": \"0\", \"name\": \"a/b\"}")
                .post()
                .then()
                .statusCode(400)
                .body("error_code", equalTo("INVALID_PARAMETER_VALUE"));
    }

    @Test
    void aKeyMakesTheCreationACommandForOneModel() {
        assertThat(createUnder("model-key")).isEqualTo(createUnder("model-key"));
        assertThat(createUnder("other-key")).isNotEqualTo(createUnder("model-key"));
    }

    private static String createUnder(String key) {
        return sent(BODY)
                .header("Idempotency-Key", key)
                .post()
                .then()
                .statusCode(200)
                .extract()
                .path("model.info.model_id");
    }
}
