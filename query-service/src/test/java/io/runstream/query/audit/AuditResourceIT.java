package io.runstream.query.audit;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.runstream.event.v1.DataLogged;
import io.runstream.event.v1.TrackingEvent;
import io.runstream.kit.log.Topics;
import io.runstream.testkit.KafkaBackend;
import io.runstream.testkit.PostgresBackend;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** The audit trail over HTTP, from a real log. */
@QuarkusTest
@WithTestResource(KafkaBackend.class)
@WithTestResource(PostgresBackend.class)
class AuditResourceIT {
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Test
    void tellsALineForEachEventThatIsAskedFor() {
        // Given
        Instant now = Instant.now();
        String run = UUID.randomUUID().toString().replace("-", "");
        log(run, "ada", now.minus(Duration.ofHours(3)));
        log(run, "ada", now.minus(Duration.ofSeconds(2)));
        log(run, "bob", now.minus(Duration.ofSeconds(1)));

        // When
        List<String> ofLastDay = read("entity=run:" + run);
        List<String> ofLastHour = read("entity=run:" + run + "&from=" + now.minus(Duration.ofHours(1)));
        List<String> ofAda = read("principal=ada&entity=run:" + run);
        List<String> before =
                read("entity=run:" + run + "&from=0&to=" + now.minusSeconds(60).toEpochMilli());

        // Then
        assertThat(ofLastDay).hasSize(3);
        assertThat(ofLastHour).hasSize(2);
        assertThat(ofAda).hasSize(2);
        assertThat(before)
                .singleElement()
                .asString()
                .startsWith("{\"time\":\""
                        + now.minus(Duration.ofHours(3)).toString().substring(0, 19))
                .contains("\"principal\":\"ada\",\"action\":\"data_logged\",\"entity\":\"run:" + run + "\"");
    }

    @Test
    void timeThatIsNoneIsRefused() {
        given().get("/api/2.0/runstream/audit?from=yesterday").then().statusCode(400);
    }

    private static List<String> read(String query) {
        return given().get("/api/2.0/runstream/audit?" + query)
                .then()
                .statusCode(200)
                .contentType("application/x-ndjson")
                .extract()
                .asString()
                .lines()
                .toList();
    }

    private void log(String run, String principal, Instant time) {
        TrackingEvent event = TrackingEvent.newBuilder()
                .setAcceptedAt(time.toEpochMilli())
                .setPrincipal(principal)
                .setDataLogged(DataLogged.newBuilder().setRunId(run))
                .build();
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                    Topics.TRACKING, null, time.toEpochMilli(), run.getBytes(US_ASCII), event.toByteArray()));
        }
    }
}
