package io.runstream.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.runstream.event.ReplyAddress;
import io.runstream.event.v1.RunStatus;
import io.runstream.event.v1.UpdateRun;
import io.runstream.kit.log.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Today's projector beside ingest services and tables of a version to come. */
class RollingUpgradeIT {
    private static final long FAR = Long.MAX_VALUE;

    private final NewerSchema newer = new NewerSchema();
    private final ProjectionDatabase database = new ProjectionDatabase();
    private final BatchFixture projector = new BatchFixture(database, Set.of(0));
    private final UUID run = UUID.randomUUID();
    private final List<ConsumerRecord<byte[], byte[]>> log = new ArrayList<>();

    @AfterEach
    void close() {
        projector.close();
        database.close();
    }

    @Test
    void whatANewerIngestAddsToAnEventDoesNotKeepTheRestOfItFromTakingEffect() {
        append(newer.withMore(Events.runCreated(run).build()));
        append(newer.withMore(Events.tagged(run, Events.tag("stage", "sketch")).build()));

        projector.project(log);

        assertThat(sentTo(Topics.DEAD_LETTER)).isEmpty();
        assertThat(database.query("SELECT name FROM run")).containsExactly("kind-fox-7");
        assertThat(database.query("SELECT value FROM run_tag WHERE key = 'stage'"))
                .containsExactly("sketch");
    }

    @Test
    void aKindOfEventThatItDoesNotKnowIsKeptAsItCameForAVersionThatDoes() {
        byte[] event = newer.newKind(Events.id(run));
        append(Events.runCreated(run).build().toByteArray());
        append(event).headers().add(ReplyAddress.HEADER, new ReplyAddress(UUID.randomUUID(), 1, FAR).toBytes());
        append(Events.tagged(run, Events.tag("stage", "sketch")).build().toByteArray());

        projector.project(log);

        ProducerRecord<byte[], byte[]> letter = sentTo(Topics.DEAD_LETTER).getFirst();
        assertThat(letter.value()).isEqualTo(event);
        assertThat(letter.key()).isEqualTo(log.get(1).key());
        assertThat(text(letter, "offset")).isEqualTo("1");
        assertThat(text(letter, "reason"))
                .isEqualTo("a kind of event that this version does not know: field [999] of TrackingEvent");
        assertThat(database.query("SELECT value FROM run_tag WHERE key = 'stage'"))
                .containsExactly("sketch");
        // It may take effect yet, so nobody is told that it did not.
        assertThat(sentTo(Topics.REPLIES)).isEmpty();
    }

    @Test
    void aStatusThatItDoesNotKnowIsADeadLetterAndChangesNothing() {
        append(Events.runCreated(run).build().toByteArray());
        append(Events.updated(run, UpdateRun.newBuilder().setStatusValue(99))
                .build()
                .toByteArray());

        projector.project(log);

        assertThat(text(sentTo(Topics.DEAD_LETTER).getFirst(), "reason"))
                .isEqualTo("a run status that this version does not know");
        assertThat(database.query("SELECT status FROM run"))
                .containsExactly(Integer.toString(RunStatus.RUN_STATUS_RUNNING_VALUE));
    }

    @Test
    void goesOnWhenTheTablesHaveColumnsOfANewerVersion() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(6);
        RandomLog events = new RandomLog(random, 300);
        Map<String, List<String>> today = project(events, false);
        assertThat(today.get("run")).isNotEmpty();

        assertThat(project(events, true)).isEqualTo(today);
    }

    private static Map<String, List<String>> project(RandomLog events, boolean newerTables) {
        try (ProjectionDatabase tables = new ProjectionDatabase();
                BatchFixture all = new BatchFixture(tables, Set.of(0, 1, 2))) {
            if (newerTables) {
                tables.addColumnsOfANewerVersion();
            }
            events.partitions().forEach(all::project);
            all.mergeDue();
            if (newerTables) {
                tables.dropColumnsOfANewerVersion();
            }
            return tables.dump();
        }
    }

    @Test
    void startsBesideAReplicaThatHasMigratedTheTablesFurther() {
        database.execute(
                "INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum,"
                        + " installed_by, execution_time, success)"
                        + " VALUES (99, '99', 'of a newer version', 'SQL', 'V99__of_a_newer_version.sql', 1, 'x', 1, true)");

        assertThatCode(database::migrate).doesNotThrowAnyException();
    }

    private ConsumerRecord<byte[], byte[]> append(byte[] value) {
        byte[] key = Events.id(run).getBytes(StandardCharsets.US_ASCII);
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>(Topics.TRACKING, 0, log.size(), key, value);
        log.add(record);
        return record;
    }

    private List<ProducerRecord<byte[], byte[]>> sentTo(String topic) {
        return projector.sent.history().stream()
                .filter(record -> record.topic().equals(topic))
                .toList();
    }

    private static String text(ProducerRecord<byte[], byte[]> record, String header) {
        return new String(record.headers().lastHeader(header).value(), StandardCharsets.UTF_8);
    }
}
