package io.runstream.query.projection;

import static io.runstream.query.projection.Events.logged;
import static io.runstream.query.projection.Events.metric;
import static io.runstream.query.projection.Events.runCreated;
import static org.assertj.core.api.Assertions.assertThat;

import io.runstream.event.v1.ServiceMessage;
import io.runstream.kit.log.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecoveryIT {
    private static final String DISCONNECT = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            + " WHERE datname = current_database() AND pid <> pg_backend_pid()";
    private static final String POINTS = "SELECT coalesce(sum(cardinality(steps)), 0) FROM metric_segment";

    private final ProjectionFixture fixture = new ProjectionFixture();
    private final List<UUID> runs = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());

    @AfterEach
    void close() {
        fixture.close();
    }

    private void create() {
        runs.forEach(run -> fixture.publish(run, runCreated(run)));
    }

    private void log(int from, int to) {
        for (int i = from; i < to; i++) {
            UUID run = runs.get(i % runs.size());
            fixture.publish(run, logged(run, metric("m", i, i, i)));
        }
    }

    /** Neither the view nor a merge would hide a point that was applied twice: segments are counted as they are. */
    @Test
    void everyPointIsStoredOnceThoughTheConnectionBreaksAgainAndAgain() {
        fixture.project(Map.of());
        create();
        for (int i = 0; i < 10; i++) {
            log(i * 100, i * 100 + 100);
            fixture.query(DISCONNECT);
        }

        fixture.awaitProjected();

        assertThat(fixture.query(POINTS)).containsExactly("1000");
    }

    /** As after a failover to a standby that had not got the last commits, at a moment when nobody writes. */
    @Test
    void whatASuccessorOfPostgresLacksIsProjectedAgainThoughNothingNewComes() {
        // Given
        fixture.project(Map.of());
        create();
        log(0, 100);
        fixture.awaitProjected();
        AtomicBoolean doubted = new AtomicBoolean();
        fixture.progress.onDoubt(() -> doubted.set(true));
        // When
        fixture.database()
                .execute("BEGIN; DELETE FROM metric_segment; DELETE FROM metric_latest; DELETE FROM run;"
                        + " UPDATE projection_offset SET next_offset = 0; COMMIT");
        fixture.query(DISCONNECT);
        // Then
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(fixture.query(POINTS)).containsExactly("100"));
        assertThat(doubted).isTrue();
    }

    @Test
    void projectorsThatComeAndGoTakeOverFromEachOther() {
        ProjectionRunner first = fixture.project(Map.of("batch-records", "7"));
        create();
        log(0, 500);
        fixture.project(Map.of("consumers", "2"));
        log(500, 1_000);
        first.close();
        log(1_000, 1_500);

        fixture.awaitProjected();

        assertThat(fixture.query(POINTS)).containsExactly("1500");
    }

    @Test
    void projectionGoesOnWhereItWasStopped() {
        ProjectionRunner first = fixture.project(Map.of());
        create();
        log(0, 100);
        fixture.awaitProjected();
        first.close();
        assertThat(fixture.progress.nextOffset(0)).isEqualTo(-1);
        log(100, 200);
        fixture.project(Map.of());

        fixture.awaitProjected();

        assertThat(fixture.query(POINTS)).containsExactly("200");
    }

    @Test
    void replayRebuildsTheTablesUnderARunningProjector() throws InterruptedException {
        fixture.project(Map.of());
        create();
        log(0, 500);
        fixture.awaitProjected();
        Map<String, List<String>> before = fixture.database().dump();
        Replay replay = new Replay(fixture.database().pool());
        CatchUp catchUp = new CatchUp(fixture.database().pool(), fixture.connection());
        List<CatchUpProgress> told = new ArrayList<>();

        replay.empty();
        log(500, 501);
        catchUp.await(told::add);

        assertThat(told.getLast().isComplete()).isTrue();
        assertThat(told.getLast().percent()).isEqualTo(100);
        fixture.awaitProjected();
        assertThat(fixture.query(POINTS)).containsExactly("501");
        assertThat(fixture.database().dump().get("run")).isEqualTo(before.get("run"));
        assertThat(fixture.database().dump().get("metric_point")).containsAll(before.get("metric_point"));
    }

    @Test
    void theLastProgressToldIsTheEndOfEveryPartition() {
        fixture.project(Map.of("progress-interval", "1h"));
        create();
        log(0, 300);
        fixture.awaitProjected();

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(told()).containsAll(ends().entrySet()));
        ends().forEach((partition, end) ->
                assertThat(fixture.progress.nextOffset(partition)).isEqualTo(end));
    }

    private Map<Integer, Long> ends() {
        Map<Integer, Long> ends = new HashMap<>();
        fixture.endOffsets().forEach((partition, end) -> {
            if (end > 0) {
                ends.put(partition.partition(), end);
            }
        });
        return ends;
    }

    /** Also what the application of an earlier test, which goes on projecting in this JVM, tells of its own offsets. */
    private Set<Map.Entry<Integer, Long>> told() {
        Set<Map.Entry<Integer, Long>> told = new HashSet<>();
        for (ConsumerRecord<byte[], byte[]> record : fixture.records(Topics.REPLIES)) {
            ServiceMessage message = ProjectionFixture.parse(record.value());
            told.add(Map.entry(
                    message.getProgress().getPartition(), message.getProgress().getNextOffset()));
        }
        return told;
    }

    @Test
    void aLogThatLostItsBeginningIsProjectedFromWhereItBegins() {
        create();
        log(0, 10);
        fixture.deleteRecordsUpToEnd();
        runs.forEach(run -> fixture.publish(run, runCreated(run)));
        fixture.project(Map.of());

        fixture.awaitProjected();

        assertThat(fixture.query("SELECT count(*) FROM run")).containsExactly("3");
        assertThat(fixture.query(POINTS)).containsExactly("0");
    }

    @Test
    void aShorterLogThanWhatIsProjectedIsLeftAlone() {
        create();
        fixture.database().execute("INSERT INTO projection_offset SELECT p, 1000 FROM generate_series(0, 2) p");
        fixture.project(Map.of());

        Awaitility.await()
                .during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(fixture.query("SELECT next_offset FROM projection_offset"))
                        .containsExactly("1000", "1000", "1000"));
        assertThat(fixture.query("SELECT count(*) FROM run")).containsExactly("0");
    }
}
