package io.runstream.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.runstream.event.v1.CreateModelVersion;
import io.runstream.event.v1.Done;
import io.runstream.event.v1.LoggedModelState;
import io.runstream.event.v1.ModelStage;
import io.runstream.event.v1.ModelVersionNotFound;
import io.runstream.event.v1.ModelVersionRegistered;
import io.runstream.event.v1.ModelVersionState;
import io.runstream.event.v1.RegisteredModelNameTaken;
import io.runstream.event.v1.RegisteredModelState;
import io.runstream.event.v1.Rejection;
import io.runstream.event.v1.Reply;
import io.runstream.event.v1.RunState;
import io.runstream.event.v1.TrackingEvent;
import io.runstream.testkit.KafkaBackend;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Writes of the model registry over HTTP, with a real log and a projector that says what the test wants. */
@QuarkusTest
@TestProfile(IngestApiTest.Impatient.class)
@WithTestResource(KafkaBackend.class)
class RegistryApiTest {
    private static final String RUN = "0123456789abcdef0123456789abcdef";
    private static final String MODEL = "m-0123456789abcdef0123456789abcdef";

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private ScriptedProjector projector;

    @BeforeEach
    void startProjector() {
        projector = new ScriptedProjector(bootstrapServers, RegistryApiTest::verdict);
    }

    @AfterEach
    void stopProjector() throws InterruptedException {
        projector.close();
    }

    private static Reply verdict(TrackingEvent event) {
        Reply.Builder reply = Reply.newBuilder();
        return switch (event.getEventCase()) {
            case CREATE_REGISTERED_MODEL ->
                event.getCreateRegisteredModel().getName().equals("taken")
                        ? reply.setRejection(nameTaken()).build()
                        : reply.setRegisteredModel(RegisteredModelState.newBuilder()
                                        .setName(
                                                event.getCreateRegisteredModel().getName()))
                                .build();
            case CREATE_MODEL_VERSION -> reply.setModelVersion(third()).build();
            case TRANSITION_MODEL_VERSION_STAGE ->
                reply.setModelVersion(third().setStage(
                                        event.getTransitionModelVersionStage().getStage()))
                        .build();
            case SET_MODEL_VERSION_TAG -> reply.setRejection(versionNotFound()).build();
            case DESCRIBE_RUN ->
                reply.setRun(RunState.newBuilder()
                                .setRunId(RUN)
                                .setArtifactUri("mlflow-artifacts:/0/" + RUN + "/artifacts"))
                        .build();
            case DESCRIBE_LOGGED_MODEL ->
                reply.setLoggedModel(LoggedModelState.newBuilder()
                                .setModelId(MODEL)
                                .setSourceRunId(RUN)
                                .setArtifactUri("mlflow-artifacts:/0/models/" + MODEL + "/artifacts"))
                        .build();
            default -> reply.setDone(Done.getDefaultInstance()).build();
        };
    }

    private static ModelVersionState.Builder third() {
        return ModelVersionState.newBuilder()
                .setName("tree")
                .setVersion(3)
                .setStage(ModelStage.MODEL_STAGE_NONE)
                .setSource("s3://bucket/model");
    }

    private static Rejection.Builder nameTaken() {
        return Rejection.newBuilder()
                .setRegisteredModelNameTaken(
                        RegisteredModelNameTaken.newBuilder().setName("taken"));
    }

    private static Rejection.Builder versionNotFound() {
        return Rejection.newBuilder()
                .setModelVersionNotFound(
                        ModelVersionNotFound.newBuilder().setName("tree").setVersion(7));
    }

    private static RequestSpecification sent(String body) {
        return given().basePath("/api/2.0/mlflow").contentType(ContentType.JSON).body(body);
    }

    private CreateModelVersion loggedVersion(String name) {
        return projector
                .await(event -> event.getCreateModelVersion().getName().equals(name))
                .getCreateModelVersion();
    }

    @Test
    void aRegistrationIsACommandAnsweredWithTheVerdict() {
        sent("{\"name\": \"tree\", \"description\": \"d\", \"tags\": [{\"key\": \"a\", \"value\": \"1\"}]}")
                .post("registered-models/create")
                .then()
                .statusCode(200)
                .body("registered_model.name", equalTo("tree"));
        sent("{\"name\": \"taken\"}")
                .post("registered-models/create")
                .then()
                .statusCode(400)
                .body("error_code", equalTo("RESOURCE_ALREADY_EXISTS"))
                .body("message", equalTo("Registered Model (name=taken) already exists."));

        assertThat(projector
                        .await(event ->
                                event.getCreateRegisteredModel().getName().equals("tree"))
                        .getCreateRegisteredModel())
                .satisfies(logged -> {
                    assertThat(logged.getDescription()).isEqualTo("d");
                    assertThat(logged.getTags(0).getValue()).isEqualTo("1");
                });
    }

    @Test
    void illegalRequestsAreRefusedBeforeTheLog() {
        sent("{\"name\": \"a/b\"}")
                .post("registered-models/create")
                .then()
                .statusCode(400)
                .body("error_code", equalTo("INVALID_PARAMETER_VALUE"))
                .body("message", equalTo("Invalid model name 'a/b'. Names cannot contain '/' or ':'."));
        sent("{\"name\": \"tree\", \"version\": \"1\", \"alias\": \"Latest\"}")
                .post("registered-models/alias")
                .then()
                .statusCode(400)
                .body("message", equalTo("'latest' alias name (case insensitive) is reserved."));
        assertThat(projector.events()).noneMatch(TrackingEvent::hasSetRegisteredModelAlias);
    }

    @Test
    void aVersionOfARunsFilesNamesTheRun() {
        String source = "mlflow-artifacts:/0/" + RUN + "/artifacts/m";

        sent("{\"name\": \"of-run\", \"source\": \"" + source + "\", \"run_id\": \"" + RUN + "\"}")
                .post("model-versions/create")
                .then()
                .statusCode(200)
                .body("model_version.version", equalTo("3"))
                .body("model_version.status", equalTo("READY"));

        assertThat(loggedVersion("of-run").getRunId()).isEqualTo(RUN);
        assertThat(loggedVersion("of-run").getStorageLocation()).isEqualTo(source);
    }

    @Test
    void filesOfAnotherRunAreRefused() {
        String source = "mlflow-artifacts:/0/fedcba9876543210fedcba9876543210/artifacts/m";

        sent("{\"name\": \"stolen\", \"source\": \"" + source + "\", \"run_id\": \"" + RUN + "\"}")
                .post("model-versions/create")
                .then()
                .statusCode(400)
                .body(
                        "message",
                        equalTo("Invalid model version source: '" + source + "'. The run_id request parameter must"
                                + " identify the resource that contains the source."));
        assertThat(projector.events())
                .noneMatch(event -> event.getCreateModelVersion().getName().equals("stolen"));
    }

    @Test
    void aVersionOfALoggedModelIsWrittenDownWithTheModelToo() {
        sent("{\"name\": \"of-model\", \"source\": \"models:/" + MODEL + "\", \"model_id\": \"" + MODEL + "\"}")
                .post("model-versions/create")
                .then()
                .statusCode(200);

        assertThat(loggedVersion("of-model").getRunId()).isEqualTo(RUN);
        assertThat(loggedVersion("of-model").getStorageLocation())
                .isEqualTo("mlflow-artifacts:/0/models/" + MODEL + "/artifacts");
        assertThat(projector.await(TrackingEvent::hasModelVersionRegistered).getModelVersionRegistered())
                .isEqualTo(ModelVersionRegistered.newBuilder()
                        .setModelId(MODEL)
                        .setName("tree")
                        .setVersion(3)
                        .build());
    }

    @Test
    void aStageIsReadWithoutRegardToCase() {
        sent("{\"name\": \"tree\", \"version\": \"3\", \"stage\": \"production\", \"archive_existing_versions\": true}")
                .post("model-versions/transition-stage")
                .then()
                .statusCode(200)
                .body("model_version.current_stage", equalTo("Production"));

        assertThat(projector
                        .await(TrackingEvent::hasTransitionModelVersionStage)
                        .getTransitionModelVersionStage()
                        .getArchiveExisting())
                .isTrue();
    }

    @Test
    void aVersionThatIsNotThereIsRefused() {
        sent("{\"name\": \"tree\", \"version\": \"7\", \"key\": \"a\", \"value\": \"1\"}")
                .post("model-versions/set-tag")
                .then()
                .statusCode(404)
                .body("message", equalTo("Model Version (name=tree, version=7) not found"));
    }

    @Test
    void aDeletionCarriesABodyAndAKey() {
        sent("{\"name\": \"gone\"}")
                .header("Idempotency-Key", "delete-it")
                .delete("registered-models/delete")
                .then()
                .statusCode(200)
                .body(equalTo("{}"));

        TrackingEvent logged = projector.await(
                event -> event.getDeleteRegisteredModel().getName().equals("gone"));
        assertThat(logged.getIdempotency().getKey()).isEqualTo("delete-it");
    }
}
