package io.runstream.standalone;

import io.runstream.kit.log.Topics;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** How many events the log holds, and how many of them are in the tables. */
final class LogProgress {
    private static final String PROJECTED = "SELECT coalesce(sum(next_offset), 0) FROM projection_offset";

    private final Admin admin;
    private final DataSource database;

    LogProgress(Admin admin, DataSource database) {
        this.admin = admin;
        this.database = database;
    }

    /** Events ever published; 0 if there is no log yet. Blocks. */
    long published() {
        return sum(admin, OffsetSpec.latest());
    }

    /** Events projected so far. Blocks. */
    long projected() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(PROJECTED)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("The projection's progress can't be read", e);
        }
    }

    /** Events that were published and that retention has removed from the log since. Blocks. */
    static long forgotten(Admin admin) {
        return sum(admin, OffsetSpec.earliest());
    }

    private static long sum(Admin admin, OffsetSpec which) {
        try {
            if (!admin.listTopics().names().get().contains(Topics.TRACKING)) {
                return 0;
            }
            int partitions = admin.describeTopics(List.of(Topics.TRACKING))
                    .allTopicNames()
                    .get()
                    .values()
                    .iterator()
                    .next()
                    .partitions()
                    .size();
            Map<TopicPartition, OffsetSpec> asked = IntStream.range(0, partitions)
                    .mapToObj(partition -> new TopicPartition(Topics.TRACKING, partition))
                    .collect(Collectors.toMap(partition -> partition, partition -> which));
            return admin.listOffsets(asked).all().get().values().stream()
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
