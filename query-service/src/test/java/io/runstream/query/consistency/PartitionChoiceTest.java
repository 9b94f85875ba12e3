package io.runstream.query.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartitionChoiceTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "experiments",
                "00000000000000000000000000000000",
                "93f1f7a0c6d24a5c8f1b0e2d3c4b5a69",
                "ffffffffffffffffffffffffffffffff"
            })
    void findsAKeyWhereTheProducerPutsIt(String key) {
        for (int count : new int[] {1, 2, 8, 31}) {
            byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
            int expected = BuiltInPartitioner.partitionForKey(bytes, count);
            assertThat(PartitionChoice.ofKeys(List.of(bytes)).among(count)).containsExactly(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8})
    void namesAPartitionOnceHoweverManyKeysLieInIt(int count) {
        List<byte[]> keys =
                IntStream.range(0, 20).mapToObj(n -> new byte[] {(byte) n}).toList();
        assertThat(PartitionChoice.ofKeys(keys).among(count))
                .doesNotHaveDuplicates()
                .hasSizeBetween(1, count);
    }
}
