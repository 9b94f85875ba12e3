package io.runstream.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.runstream.event.ReplyAddress;
import io.runstream.event.v1.Created;
import io.runstream.event.v1.ExperimentState;
import io.runstream.event.v1.Reply;
import io.runstream.event.v1.RunState;
import io.runstream.event.v1.ServiceMessage;
import io.runstream.kit.log.Topics;
import io.runstream.testkit.KafkaBackend;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What replicas tell each other, with the projection away: nobody answers what this one asks. */
@QuarkusTest
@TestProfile(IngestApiTest.Impatient.class)
@WithTestResource(KafkaBackend.class)
class OtherReplicaTest {
    private static final byte[] OTHER = ReplyAddress.replyKey(UUID.randomUUID());

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private KafkaProducer<byte[], byte[]> other;

    @BeforeEach
    void connectOther() {
        other = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new ByteArraySerializer(), new ByteArraySerializer());
    }

    @AfterEach
    void closeOther() {
        other.close();
    }

    private static String newRun() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    private void otherHears(Reply.Builder verdict) {
        ServiceMessage message = ServiceMessage.newBuilder().setReply(verdict).build();
        other.send(new ProducerRecord<>(Topics.REPLIES, OTHER, message.toByteArray()));
    }

    private void otherHearsOfExperiment(long id) {
        otherHears(Reply.newBuilder()
                .setExperiment(ExperimentState.newBuilder()
                        .setExperimentId(id)
                        .setArtifactLocation("mlflow-artifacts:/" + id)));
    }

    private void otherCreates(String run, long experiment) {
        Created created = Created.newBuilder()
                .setRunId(run)
                .setExperimentId(experiment)
                .setAcceptedAt(10)
                .build();
        other.send(new ProducerRecord<>(
                Topics.REPLIES,
                ServiceMessage.newBuilder().setCreated(created).build().toByteArray()));
        other.flush();
    }

    private static ValidatableResponse logMetric(String run) {
        return given().contentType(ContentType.JSON)
                .body("{\"run_id\": \"" + run + "\", \"key\": \"m\", \"value\": 1, \"timestamp\": 1}")
                .post("/api/2.0/mlflow/runs/log-metric")
                .then();
    }

    private static String createRun(long experiment) {
        return given().contentType(ContentType.JSON)
                .body("{\"experiment_id\": \"" + experiment + "\"}")
                .post("/api/2.0/mlflow/runs/create")
                .then()
                .statusCode(200)
                .extract()
                .path("run.info.run_id");
    }

    @Test
    void whatIsLoggedToARunOfAnotherReplicaNeedsNoProjection() {
        String run = newRun();
        otherHearsOfExperiment(501);
        otherCreates(run, 501);

        logMetric(run).statusCode(200);
    }

    @Test
    void aRunThatAnotherReplicaDeletedIsNotLoggedTo() {
        String run = newRun();
        otherHearsOfExperiment(502);
        otherCreates(run, 502);
        otherHears(Reply.newBuilder()
                .setRun(RunState.newBuilder()
                        .setRunId(run)
                        .setExperimentId(502)
                        .setDeleted(true)
                        .setLifecycleChangedAt(11)));
        other.flush();

        Awaitility.await().untilAsserted(() -> logMetric(run).statusCode(400));
    }

    @Test
    void aRunThatNobodyHasToldOfIsAskedFor() {
        logMetric(newRun()).statusCode(503);
    }

    @Test
    void creationIsToldToTheOthers() {
        otherHearsOfExperiment(503);
        other.flush();

        String run = createRun(503);

        try (KafkaConsumer<byte[], byte[]> replies = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition(Topics.REPLIES, 0);
            replies.assign(List.of(partition));
            replies.seekToBeginning(List.of(partition));
            List<Created> told = new ArrayList<>();
            Awaitility.await().untilAsserted(() -> {
                replies.poll(Duration.ofMillis(100)).forEach(record -> told.add(created(record.value())));
                assertThat(told)
                        .filteredOn(created -> created.getRunId().equals(run))
                        .singleElement()
                        .returns(503L, Created::getExperimentId);
            });
        }
    }

    private static Created created(byte[] value) {
        try {
            return ServiceMessage.parseFrom(value).getCreated();
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }
}
