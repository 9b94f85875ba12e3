package io.runstream.query.projection;

import static io.runstream.query.projection.Events.described;
import static io.runstream.query.projection.Events.logged;
import static io.runstream.query.projection.Events.metric;
import static io.runstream.query.projection.Events.param;
import static io.runstream.query.projection.Events.params;
import static io.runstream.query.projection.Events.runCreated;
import static io.runstream.query.projection.Events.tag;
import static io.runstream.query.projection.Events.tagDeleted;
import static io.runstream.query.projection.Events.tagged;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.runstream.event.ReplyAddress;
import io.runstream.event.v1.Reply;
import io.runstream.event.v1.ServiceMessage;
import io.runstream.event.v1.TrackingEvent;
import io.runstream.kit.log.Topics;
import io.runstream.query.projection.store.FencedException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BatchProjectorIT {
    private static final UUID INSTANCE = UUID.randomUUID();

    private final ProjectionDatabase database = new ProjectionDatabase();
    private final BatchFixture projector = new BatchFixture(database, Set.of(0));
    private final UUID run = UUID.randomUUID();
    private final List<ConsumerRecord<byte[], byte[]>> log = new ArrayList<>();

    @AfterEach
    void close() {
        projector.close();
        database.close();
    }

    private ConsumerRecord<byte[], byte[]> append(TrackingEvent.Builder event) {
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>(
                Topics.TRACKING,
                0,
                log.size(),
                Events.id(run).getBytes(StandardCharsets.US_ASCII),
                event.build().toByteArray());
        log.add(record);
        return record;
    }

    private void appendCommand(TrackingEvent.Builder event, long correlationId, long deadline) {
        append(event).headers().add(ReplyAddress.HEADER, new ReplyAddress(INSTANCE, correlationId, deadline).toBytes());
    }

    private List<ProducerRecord<byte[], byte[]>> sentTo(String topic) {
        return projector.sent.history().stream()
                .filter(record -> record.topic().equals(topic))
                .toList();
    }

    private static String header(ProducerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    /** Longer than an entry of a Postgres index may be, also compressed. */
    private static String unindexable() {
        StringBuilder text = new StringBuilder();
        new Random(7).ints(6_000, '!', '~').forEach(c -> text.append((char) c));
        return text.toString();
    }

    @Test
    void anEventThatPostgresRefusesIsGivenUpAloneAndItsNeighboursAreKept() {
        append(runCreated(run));
        append(tagged(run, tag("before", "1")));
        append(logged(run, metric(unindexable(), 0.5, 1, 0)));
        append(tagged(run, tag("after", "1")));

        projector.project(log);

        assertThat(database.query("SELECT key FROM run_tag ORDER BY key"))
                .containsExactly("after", "before", "mlflow.runName");
        assertThat(projector.offsets()).containsEntry(0, 4L);
        assertThat(sentTo(Topics.DEAD_LETTER)).hasSize(1);
        ProducerRecord<byte[], byte[]> letter = sentTo(Topics.DEAD_LETTER).getFirst();
        assertThat(letter.value()).isEqualTo(log.get(2).value());
        assertThat(header(letter, "partition")).isEqualTo("0");
        assertThat(header(letter, "offset")).isEqualTo("2");
        assertThat(header(letter, "reason")).startsWith("applying it failed: ");
        assertThat(projector
                        .meters
                        .get("runstream.projection.events")
                        .tag("outcome", "dead-lettered")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void whatCantBeReadIsADeadLetterAndSoIsWhatIsNew() throws Exception {
        log.add(new ConsumerRecord<>(Topics.TRACKING, 0, 0, null, new byte[] {1, 2, 3}));
        // Field 999 of TrackingEvent, an empty message.
        log.add(new ConsumerRecord<>(Topics.TRACKING, 0, 1, null, new byte[] {(byte) 0xba, 0x3e, 0}));

        projector.project(log);

        assertThat(sentTo(Topics.DEAD_LETTER)).hasSize(2);
        assertThat(projector
                        .meters
                        .get("runstream.projection.events")
                        .tag("outcome", "unknown")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(database.query("SELECT next_offset FROM projection_offset")).containsExactly("2");
    }

    @Test
    void oneBatchAddsChangesAndRemovesWhatEarlierOnesStored() {
        append(runCreated(run));
        append(tagged(run, tag("kept", "\"\\1\u0001\uD83D\uDE00"), tag("changed", "1"), tag("removed", "1")));
        append(params(run, param("p", "1")));
        append(tagDeleted(run, "removed"));
        append(tagged(run, tag("changed", "2"), tag("short-lived", "1")));
        append(tagDeleted(run, "short-lived"));
        append(params(run, param("p", "1"), param("q", "")));

        projector.project(log.subList(0, 3));
        projector.project(log.subList(3, log.size()));

        assertThat(database.query("SELECT key, value FROM run_tag ORDER BY key"))
                .containsExactly("changed|2", "kept|\"\\1\u0001\uD83D\uDE00", "mlflow.runName|kind-fox-7");
        assertThat(database.query("SELECT key, value FROM param ORDER BY key")).containsExactly("p|1", "q|");
    }

    @Test
    void aProjectorThatWasOvertakenCommitsNothing() {
        append(runCreated(run));
        append(tagged(run, tag("a", "1")));
        append(tagged(run, tag("b", "1")));
        try (BatchFixture other = new BatchFixture(database, Set.of(0))) {
            other.project(log.subList(0, 2));

            assertThatThrownBy(() -> projector.project(log)).isInstanceOf(FencedException.class);

            assertThat(database.query("SELECT key FROM run_tag ORDER BY key")).containsExactly("a", "mlflow.runName");
            assertThat(database.query("SELECT next_offset FROM projection_offset"))
                    .containsExactly("2");
        }
    }

    @Test
    void anOvertakenProjectorBlamesNoEventForTheRowsOfItsSuccessor() {
        append(runCreated(run));
        append(logged(run, metric("m", 1, 1, 1)));
        projector.project(log.subList(0, 1));
        try (BatchFixture other = new BatchFixture(database, Set.of(0))) {
            other.project(log.subList(1, 2));

            assertThatThrownBy(() -> projector.project(log.subList(1, 2))).isInstanceOf(FencedException.class);
        }
        assertThat(projector.sent.history()).isEmpty();
    }

    @Test
    void aProjectorThatWasOvertakenMergesNothing() {
        append(runCreated(run));
        for (int i = 0; i < 33; i++) {
            append(logged(run, metric("m", i, i, i)));
        }
        log.subList(0, 33).forEach(record -> projector.project(List.of(record)));
        try (BatchFixture other = new BatchFixture(database, Set.of(0))) {
            other.project(log.subList(33, 34));

            assertThat(projector.due()).hasSize(1);
            assertThatThrownBy(projector::mergeDue).isInstanceOf(FencedException.class);
        }
        assertThat(database.query("SELECT count(*) FROM metric_segment")).containsExactly("33");
    }

    @Test
    void stateThatAnotherBatchWroteIsSeenThroughTheTables() throws Exception {
        append(runCreated(run));
        append(params(run, param("p", "1")));
        projector.project(log);
        appendCommand(params(run, param("p", "2"), param("q", "1")), 1, Long.MAX_VALUE);
        try (BatchFixture restarted = new BatchFixture(database, Set.of(0))) {
            restarted.project(log.subList(2, 3));

            Reply reply = ServiceMessage.parseFrom(
                            restarted.sent.history().getFirst().value())
                    .getReply();
            assertThat(reply.getRejection().getParamsChanged().getChangesList())
                    .extracting(c -> c.getKey() + ":" + c.getOldValue())
                    .containsExactly("p:1");
        }
    }

    @Test
    void onlyThoseWhoStillWaitGetAReply() throws Exception {
        append(runCreated(run));
        appendCommand(described(run), 7, Long.MAX_VALUE);
        appendCommand(described(run), 8, 1);
        append(described(run));

        projector.project(log);

        assertThat(sentTo(Topics.REPLIES)).hasSize(1);
        ProducerRecord<byte[], byte[]> sent = sentTo(Topics.REPLIES).getFirst();
        assertThat(sent.key()).isEqualTo(ReplyAddress.replyKey(INSTANCE));
        Reply reply = ServiceMessage.parseFrom(sent.value()).getReply();
        assertThat(reply.getCorrelationId()).isEqualTo(7);
        assertThat(reply.getRun().getName()).isEqualTo("kind-fox-7");
    }

    @Test
    void aReplyThatCantBeSentDoesNotUndoWhatIsCommitted() {
        append(runCreated(run));
        appendCommand(described(run), 7, Long.MAX_VALUE);
        projector.sent.sendException = new TimeoutException("no broker");

        projector.project(log);

        assertThat(projector.offsets()).containsEntry(0, 2L);
        assertThat(database.query("SELECT name FROM run")).containsExactly("kind-fox-7");
    }

    @Test
    void nothingIsCommittedWhileDeadLettersCantBeKept() {
        append(runCreated(run));
        log.add(new ConsumerRecord<>(Topics.TRACKING, 0, 1, null, new byte[] {1, 2, 3}));
        projector.sent.sendException = new TimeoutException("no broker");

        assertThatThrownBy(() -> projector.project(log)).isInstanceOf(LogUnavailableException.class);

        assertThat(database.query("SELECT name FROM run")).isEmpty();
        assertThat(database.query("SELECT next_offset FROM projection_offset")).containsExactly("0");
    }
}
