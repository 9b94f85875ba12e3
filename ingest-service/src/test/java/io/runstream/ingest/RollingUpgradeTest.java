package io.runstream.ingest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.runstream.event.v1.Reply;
import io.runstream.event.v1.TrackingEvent;
import io.runstream.kit.log.Topics;
import io.runstream.testkit.KafkaBackend;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Today's ingest beside projectors of a version to come. */
@QuarkusTest
@TestProfile(IngestApiTest.Impatient.class)
@WithTestResource(KafkaBackend.class)
class RollingUpgradeTest {
    private static final UnknownFieldSet MORE = UnknownFieldSet.newBuilder()
            .addField(
                    900,
                    UnknownFieldSet.Field.newBuilder()
                            .addLengthDelimited(ByteString.copyFromUtf8("more"))
                            .build())
            .build();

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private ScriptedProjector projector;

    @BeforeEach
    void startProjector() {
        projector = new ScriptedProjector(bootstrapServers, RollingUpgradeTest::newerVerdict);
    }

    @AfterEach
    void stopProjector() throws InterruptedException {
        projector.close();
    }

    private static @Nullable Reply newerVerdict(TrackingEvent event) {
        Reply verdict = IngestApiTest.verdict(event);
        return verdict == null
                ? null
                : verdict.toBuilder().setUnknownFields(MORE).build();
    }

    @Test
    void understandsVerdictsThatSayMoreThanItKnowsAndPassesOverMessagesOfAKindThatItDoesNot() throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrapServers),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.REPLIES, MORE.toByteArray()))
                    .get();
        }

        given().contentType(ContentType.JSON)
                .body("{\"experiment_id\":\"0\",\"run_name\":\"rolling\"}")
                .post("/api/2.0/mlflow/runs/create")
                .then()
                .statusCode(200)
                .body("run.info.run_name", equalTo("rolling"));
        given().contentType(ContentType.JSON)
                .body("{\"experiment_id\":\"0\",\"new_name\":\"renamed\"}")
                .post("/api/2.0/mlflow/experiments/update")
                .then()
                .statusCode(200);
    }
}
