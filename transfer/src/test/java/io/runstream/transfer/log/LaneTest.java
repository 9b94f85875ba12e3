package io.runstream.transfer.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaneTest {
    @ParameterizedTest
    @ValueSource(strings = {"experiments", "model-registry", "0123456789abcdef0123456789abcdef", ""})
    void leadsWhereKafkaWouldPutTheKey(String key) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        for (int partitions = 1; partitions < 20; partitions++) {
            assertThat(Lane.of("topic", 7, bytes, partitions))
                    .isEqualTo(new Lane("topic", 7, BuiltInPartitioner.partitionForKey(bytes, partitions)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8})
    void leadsSomewhereWithoutAKey(int partitions) {
        assertThat(Lane.of("topic", 7, null, partitions).target()).isBetween(0, partitions - 1);
    }
}
