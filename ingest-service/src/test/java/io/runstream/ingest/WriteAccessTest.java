package io.runstream.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.runstream.access.Need;
import io.runstream.access.Securable;
import io.runstream.error.AccessErrors;
import io.runstream.event.v1.Done;
import io.runstream.event.v1.ExperimentState;
import io.runstream.event.v1.LoggedModelState;
import io.runstream.event.v1.Reply;
import io.runstream.event.v1.RunState;
import io.runstream.event.v1.TrackingEvent;
import io.runstream.event.v1.TrackingEvent.EventCase;
import io.runstream.kit.access.AccessControl;
import io.runstream.kit.access.Caller;
import io.runstream.kit.access.Visible;
import io.runstream.testkit.KafkaBackend;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a caller may not, leaves nothing in the log: every write, of somebody who may read everything and change nothing. */
@QuarkusTest
@TestProfile(WriteAccessTest.OfReaders.class)
@WithTestResource(KafkaBackend.class)
class WriteAccessTest {
    private static final String RUN = "0123456789abcdef0123456789abcdef";
    private static final String MODEL = "m-" + RUN;
    private static final long EXPERIMENT = 7;

    public static final class OfReaders implements QuarkusTestProfile {
        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(ReadsOnly.class);
        }
    }

    @Alternative
    @ApplicationScoped
    public static class ReadsOnly implements AccessControl {
        @Override
        public Uni<Void> require(Caller caller, Need need, Securable on) {
            return need == Need.READ
                    ? Uni.createFrom().voidItem()
                    : Uni.createFrom().failure(AccessErrors.forbidden());
        }

        @Override
        public Uni<Void> requireAdministrator(Caller caller) {
            return Uni.createFrom().failure(AccessErrors.forbidden());
        }

        @Override
        public Uni<Visible<Long>> visibleExperiments(Caller caller) {
            return Uni.createFrom().item(new Visible.Everything<>());
        }

        @Override
        public Uni<Visible<String>> visibleRegisteredModels(Caller caller) {
            return Uni.createFrom().item(new Visible.Everything<>());
        }
    }

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private ScriptedProjector projector;

    @BeforeEach
    void startProjector() {
        projector = new ScriptedProjector(bootstrapServers, WriteAccessTest::verdict);
    }

    @AfterEach
    void stopProjector() throws InterruptedException {
        projector.close();
    }

    private static Reply verdict(TrackingEvent event) {
        Reply.Builder reply = Reply.newBuilder();
        return switch (event.getEventCase()) {
            case DESCRIBE_RUN ->
                reply.setRun(RunState.newBuilder().setRunId(RUN).setExperimentId(EXPERIMENT))
                        .build();
            case DESCRIBE_LOGGED_MODEL ->
                reply.setLoggedModel(
                                LoggedModelState.newBuilder().setModelId(MODEL).setExperimentId(EXPERIMENT))
                        .build();
            case DESCRIBE_EXPERIMENT, ENSURE_DEFAULT_EXPERIMENT ->
                reply.setExperiment(ExperimentState.newBuilder().setExperimentId(EXPERIMENT))
                        .build();
            default -> reply.setDone(Done.getDefaultInstance()).build();
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "POST   | experiments/update                 | {\"experiment_id\": \"7\", \"new_name\": \"n\"}",
                "POST   | experiments/delete                 | {\"experiment_id\": \"7\"}",
                "POST   | experiments/restore                | {\"experiment_id\": \"7\"}",
                "POST   | experiments/set-experiment-tag     | {\"experiment_id\": \"7\", \"key\": \"k\", \"value\": \"v\"}",
                "POST   | experiments/delete-experiment-tag  | {\"experiment_id\": \"7\", \"key\": \"k\"}",
                "POST   | runs/create                        | {\"experiment_id\": \"7\"}",
                "POST   | runs/update                        | {\"run_id\": \"RUN\", \"status\": \"FINISHED\"}",
                "POST   | runs/delete                        | {\"run_id\": \"RUN\"}",
                "POST   | runs/restore                       | {\"run_id\": \"RUN\"}",
                "POST   | runs/log-metric                    | {\"run_id\": \"RUN\", \"key\": \"k\", \"value\": 1, \"timestamp\": 1}",
                "POST   | runs/log-parameter                 | {\"run_id\": \"RUN\", \"key\": \"k\", \"value\": \"v\"}",
                "POST   | runs/log-batch                     | {\"run_id\": \"RUN\"}",
                "POST   | runs/set-tag                       | {\"run_id\": \"RUN\", \"key\": \"k\", \"value\": \"v\"}",
                "POST   | runs/delete-tag                    | {\"run_id\": \"RUN\", \"key\": \"k\"}",
                "POST   | runs/log-inputs                    | {\"run_id\": \"RUN\"}",
                "POST   | runs/outputs                       | {\"run_id\": \"RUN\", \"models\": [{\"model_id\": \"m-RUN\", \"step\": 1}]}",
                "POST   | logged-models                      | {\"experiment_id\": \"7\"}",
                "PATCH  | logged-models/MODEL                | {\"status\": \"LOGGED_MODEL_READY\"}",
                "DELETE | logged-models/MODEL                | {}",
                "POST   | logged-models/MODEL/params         | {\"params\": [{\"key\": \"k\", \"value\": \"v\"}]}",
                "PATCH  | logged-models/MODEL/tags           | {\"tags\": [{\"key\": \"k\", \"value\": \"v\"}]}",
                "DELETE | logged-models/MODEL/tags/k         | {}",
                "POST   | registered-models/rename           | {\"name\": \"m\", \"new_name\": \"n\"}",
                "PATCH  | registered-models/update           | {\"name\": \"m\", \"description\": \"d\"}",
                "DELETE | registered-models/delete           | {\"name\": \"m\"}",
                "POST   | registered-models/set-tag          | {\"name\": \"m\", \"key\": \"k\", \"value\": \"v\"}",
                "DELETE | registered-models/delete-tag       | {\"name\": \"m\", \"key\": \"k\"}",
                "POST   | registered-models/alias            | {\"name\": \"m\", \"alias\": \"a\", \"version\": \"1\"}",
                "DELETE | registered-models/alias            | {\"name\": \"m\", \"alias\": \"a\"}",
                "POST   | model-versions/create              | {\"name\": \"m\", \"source\": \"s3://b/k\"}",
                "PATCH  | model-versions/update              | {\"name\": \"m\", \"version\": \"1\"}",
                "POST   | model-versions/transition-stage    | {\"name\": \"m\", \"version\": \"1\", \"stage\": \"Staging\"}",
                "DELETE | model-versions/delete              | {\"name\": \"m\", \"version\": \"1\"}",
                "POST   | model-versions/set-tag             | {\"name\": \"m\", \"version\": \"1\", \"key\": \"k\", \"value\": \"v\"}",
                "DELETE | model-versions/delete-tag          | {\"name\": \"m\", \"version\": \"1\", \"key\": \"k\"}",
            })
    void whatTheCallerMayNotIsRefusedAndNotInTheLog(String method, String path, String body) {
        given().contentType(ContentType.JSON)
                .body(body.replace("RUN", RUN))
                .request(method, "/api/2.0/mlflow/" + path.replace("MODEL", MODEL))
                .then()
                .statusCode(403)
                .body("error_code", equalTo("PERMISSION_DENIED"));

        // The next event comes after whatever the refused one would have left.
        create("registered-models/create", "{\"name\": \"allowed-" + System.nanoTime() + "\"}");
        projector.await(TrackingEvent::hasCreateRegisteredModel);
        assertThat(projector.events())
                .extracting(TrackingEvent::getEventCase)
                .isSubsetOf(
                        EventCase.ENSURE_DEFAULT_EXPERIMENT,
                        EventCase.DESCRIBE_EXPERIMENT,
                        EventCase.DESCRIBE_RUN,
                        EventCase.DESCRIBE_LOGGED_MODEL,
                        EventCase.CREATE_REGISTERED_MODEL,
                        EventCase.CREATE_EXPERIMENT);
    }

    @Test
    void whatIsNobodysYetIsForEverybodyToCreate() {
        create("experiments/create", "{\"name\": \"mine\"}");
        create("registered-models/create", "{\"name\": \"mine\"}");
    }

    private static void create(String path, String body) {
        given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/2.0/mlflow/" + path)
                .then()
                .statusCode(200);
    }
}
