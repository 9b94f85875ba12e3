package io.runstream.query.projection;

import io.runstream.kit.log.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;

/** The part of the log that the projection has to get through: of each partition, from its first record to its end. */
record CatchUpTarget(Map<Integer, Long> first, Map<Integer, Long> end) {

    static CatchUpTarget of(Admin admin) throws ExecutionException, InterruptedException {
        List<TopicPartition> partitions =
                admin.describeTopics(List.of(Topics.TRACKING)).allTopicNames().get().values().stream()
                        .flatMap(topic -> topic.partitions().stream().map(TopicPartitionInfo::partition))
                        .map(partition -> new TopicPartition(Topics.TRACKING, partition))
                        .toList();
        return new CatchUpTarget(
                offsets(admin, partitions, OffsetSpec.earliest()), offsets(admin, partitions, OffsetSpec.latest()));
    }

    private static Map<Integer, Long> offsets(Admin admin, List<TopicPartition> partitions, OffsetSpec spec)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> wanted =
                partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> spec));
        Map<TopicPartition, ListOffsetsResultInfo> found =
                admin.listOffsets(wanted).all().get();
        Map<Integer, Long> offsets = new HashMap<>();
        found.forEach((partition, info) -> offsets.put(partition.partition(), info.offset()));
        return offsets;
    }

    long total() {
        return doneOf(end);
    }

    /** Records behind the given offsets; what lies beyond the target does not count. */
    long doneOf(Map<Integer, Long> nextOffsets) {
        return end.entrySet().stream()
                .mapToLong(partition -> {
                    long begin = first.getOrDefault(partition.getKey(), 0L);
                    long next = nextOffsets.getOrDefault(partition.getKey(), 0L);
                    return Math.max(0, Math.min(next, partition.getValue()) - begin);
                })
                .sum();
    }
}
