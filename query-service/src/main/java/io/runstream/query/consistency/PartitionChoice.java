package io.runstream.query.consistency;

import java.util.Collection;
import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Utils;

/** Which partitions matter for a read. */
@FunctionalInterface
interface PartitionChoice {
    /** @param count how many partitions there are */
    int[] among(int count);

    static PartitionChoice all() {
        return count -> IntStream.range(0, count).toArray();
    }

    /** Where the records with these keys lie: what Kafka's default partitioner computes. */
    static PartitionChoice ofKeys(Collection<byte[]> keys) {
        return count -> keys.stream()
                .mapToInt(key -> partitionOf(key, count))
                .distinct()
                .toArray();
    }

    private static int partitionOf(byte[] key, int count) {
        return Utils.toPositive(Utils.murmur2(key)) % count;
    }
}
