package io.runstream.query.projection;

import static io.runstream.query.projection.Events.logged;
import static io.runstream.query.projection.Events.metric;
import static io.runstream.query.projection.Events.runCreated;
import static org.assertj.core.api.Assertions.assertThat;

import io.runstream.event.v1.Metric;
import io.runstream.event.v1.TrackingEvent;
import io.runstream.kit.log.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SegmentMergingIT {
    private final ProjectionDatabase database = new ProjectionDatabase();
    private final BatchFixture projector = new BatchFixture(database, Set.of(0));
    private final UUID run = UUID.randomUUID();
    private final List<ConsumerRecord<byte[], byte[]>> log = new ArrayList<>();

    SegmentMergingIT() {
        append(runCreated(run));
    }

    @AfterEach
    void close() {
        projector.close();
        database.close();
    }

    private void append(TrackingEvent.Builder event) {
        log.add(new ConsumerRecord<>(
                Topics.TRACKING,
                0,
                log.size(),
                Events.id(run).getBytes(StandardCharsets.US_ASCII),
                event.build().toByteArray()));
    }

    private List<String> segments() {
        return database.query("SELECT level, cardinality(steps) FROM metric_segment ORDER BY sequence");
    }

    @Test
    void pointsLoggedOneByOneEndInSegmentsOfGrowingSizeEachPointOnce() {
        int points = 32 * 32 + 2 * 32 + 5;
        IntStream.range(0, points).forEach(i -> append(logged(run, metric("m", i, 100 - i, i))));

        projector.projectOneByOne(log);

        assertThat(segments()).containsExactly("2|1024", "1|32", "1|32", "0|1", "0|1", "0|1", "0|1", "0|1");
        assertThat(database.query("SELECT count(*), count(DISTINCT step), min(step), max(step) FROM metric_point"))
                .containsExactly(points + "|" + points + "|0|" + (points - 1));
        assertThat(database.query("SELECT min_timestamp, max_timestamp, sequence FROM metric_segment WHERE level = 2"))
                .containsExactly("-923|100|1024");
    }

    @Test
    void pointsStayTogetherWithTheirStepsAndTimes() {
        IntStream.range(0, 40).forEach(i -> append(logged(run, metric("m", i / 2.0, 1_000 + i, -i))));

        projector.projectOneByOne(log);

        assertThat(database.query("SELECT step, timestamp, value FROM metric_point ORDER BY timestamp"))
                .containsExactlyElementsOf(IntStream.range(0, 40)
                        .mapToObj(i -> -i + "|" + (1_000 + i) + "|"
                                + (i % 2 == 0 ? Integer.toString(i / 2) : Double.toString(i / 2.0)))
                        .toList());
    }

    @Test
    void largeSegmentsAreLeftAlone() {
        Metric[] large =
                IntStream.range(0, 512).mapToObj(i -> metric("m", i, i, i)).toArray(Metric[]::new);
        IntStream.range(0, 40).forEach(i -> append(logged(run, large)));

        projector.projectOneByOne(log);

        assertThat(segments()).hasSize(40).containsOnly("2|512");
        assertThat(database.query("SELECT fresh_segments FROM metric_latest")).containsExactly("0");
    }

    @Test
    void manySeriesAreMergedInOneTransactionEachByItself() {
        Metric[] ofEach =
                IntStream.range(0, 50).mapToObj(i -> metric("m" + i, i, 1, 1)).toArray(Metric[]::new);
        IntStream.range(0, 32).forEach(i -> append(logged(run, ofEach)));

        log.forEach(record -> projector.project(new ArrayList<>(List.of(record))));
        assertThat(projector.due()).hasSize(50);
        projector.mergeDue();

        assertThat(database.query(
                        "SELECT key, cardinality(values), values[1] FROM metric_segment ORDER BY sequence, key"))
                .hasSize(50)
                .contains("m7|32|7", "m49|32|49");
        assertThat(database.query("SELECT DISTINCT fresh_segments FROM metric_latest"))
                .containsExactly("0");
    }
}
