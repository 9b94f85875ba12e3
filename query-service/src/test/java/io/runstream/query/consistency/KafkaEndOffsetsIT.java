package io.runstream.query.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import io.runstream.testkit.TestKafka;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class KafkaEndOffsetsIT {
    private static final ReadConfig CONFIG =
            new FixedReadConfig(Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ofMillis(5), 100);

    @Test
    void seesEveryAcknowledgedRecord() throws Exception {
        TestKafka kafka = TestKafka.shared();
        String topic = kafka.createTopic("barrier", 3);
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers());
        KafkaEndOffsets ends = new KafkaEndOffsets(settings, topic, CONFIG);
        assertThat(latest(ends)).containsExactly(0, 0, 0);

        try (var producer =
                new KafkaProducer<byte[], byte[]>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int n = 1; n <= 20; n++) {
                producer.send(new ProducerRecord<>(topic, 1, null, new byte[] {1}))
                        .get();
                assertThat(latest(ends)).containsExactly(0, n, 0);
            }
        }
        ends.close();
    }

    @Test
    void failsInBoundedTimeWhenNoBrokerAnswers() {
        // A port of the discard range that nothing listens on
        Map<String, Object> nobody = Map.of("bootstrap.servers", "127.0.0.1:9");
        KafkaEndOffsets ends = new KafkaEndOffsets(nobody, "barrier", CONFIG);

        assertThat(ends.latest().toCompletableFuture()).failsWithin(Duration.ofSeconds(20));
        ends.close();
    }

    private static long[] latest(KafkaEndOffsets ends)
            throws ExecutionException, InterruptedException, TimeoutException {
        return ends.latest().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }
}
