package io.runstream.standalone;

import io.runstream.kit.log.Topics;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** Whether the log still has its first event: tables are only rebuilt from a log that is whole. */
final class LogBeginning {
    private LogBeginning() {}

    /** Events that retention has removed; 0 if there is no log yet. Blocks. */
    static long forgotten(Admin admin) {
        try {
            if (!admin.listTopics().names().get().contains(Topics.TRACKING)) {
                return 0;
            }
            Map<TopicPartition, OffsetSpec> earliest =
                    admin.describeTopics(List.of(Topics.TRACKING)).allTopicNames().get().values().stream()
                            .flatMap(topic -> topic.partitions().stream())
                            .map(partition -> new TopicPartition(Topics.TRACKING, partition.partition()))
                            .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.earliest()));
            return admin.listOffsets(earliest).all().get().values().stream()
                    .mapToLong(ListOffsetsResultInfo::offset)
                    .sum();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The log's offsets can't be read", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
