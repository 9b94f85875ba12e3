package io.runstream.query.consistency;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.runstream.event.EventKeys;
import io.runstream.event.v1.Metric;
import io.runstream.id.RunId;
import io.runstream.kit.log.Topics;
import io.runstream.query.projection.Events;
import io.runstream.testkit.KafkaBackend;
import io.runstream.testkit.PostgresBackend;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(KafkaBackend.class)
@WithTestResource(PostgresBackend.class)
class ReadBarrierIT {
    private static final String HISTORY = "/api/2.0/mlflow/metrics/get-history?metric_key=loss&run_id=";

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @Test
    void aReadSeesEveryWriteThatWasAcknowledgedBeforeIt() throws Exception {
        UUID run = UUID.randomUUID();
        String id = Events.id(run);
        byte[] key = EventKeys.ofRun(new RunId(run));
        try (var producer = new KafkaProducer<>(kafka, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            Topics.TRACKING, key, Events.runCreated(run).build().toByteArray()))
                    .get();
            for (int step = 0; step < 30; step++) {
                Metric point = Metric.newBuilder()
                        .setKey("loss")
                        .setStep(step)
                        .setTimestamp(step)
                        .build();
                producer.send(new ProducerRecord<>(
                                Topics.TRACKING,
                                key,
                                Events.logged(run, point).build().toByteArray()))
                        .get();

                Response answer = given().get(HISTORY + id);

                assertThat(answer.header(ReadHeaders.LAG)).isNull();
                assertThat(answer.jsonPath().getList("metrics")).hasSize(step + 1);
            }
        }
    }

    @Test
    void answersWithoutWaitingIfTheCallerAsksSo() {
        Response answer = given().header(ReadHeaders.CONSISTENCY, ReadHeaders.EVENTUAL)
                .get(HISTORY + Events.id(UUID.randomUUID()));

        assertThat(answer.asString()).isEqualTo("{}");
        assertThat(answer.header(ReadHeaders.LAG)).isNull();
    }
}
