package io.runstream.transfer.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.runstream.embedded.EmbeddedKafka;
import io.runstream.embedded.KafkaSettings;
import io.runstream.transfer.Progress;
import io.runstream.transfer.Stops;
import io.runstream.transfer.Stops.Stopped;
import io.runstream.transfer.TransferException;
import io.runstream.transfer.archive.Archive;
import io.runstream.transfer.log.LogExport.ChunkSize;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From one broker's topics of five partitions into another's of three. */
class LogTransferIT {
    private static final int EVENTS = 1_000;
    private static final int SOURCES = 5;
    private static final int TARGETS = 3;

    @TempDir
    static Path kafkaFolder;

    private static final List<EmbeddedKafka> BROKERS = new ArrayList<>();

    @TempDir
    Path folder;

    private final TestLog source = new TestLog(BROKERS.get(0).bootstrapServers());
    private final TestLog target = new TestLog(BROKERS.get(1).bootstrapServers());

    @BeforeAll
    static void startBrokers() {
        BROKERS.add(EmbeddedKafka.start(kafkaFolder.resolve("source"), KafkaSettings.defaults()));
        BROKERS.add(EmbeddedKafka.start(kafkaFolder.resolve("target"), KafkaSettings.defaults()));
    }

    @AfterAll
    static void stopBrokers() {
        BROKERS.forEach(EmbeddedKafka::close);
    }

    @BeforeEach
    void makeTopics() {
        source.recreate(TransferTopics.TRACKING, SOURCES);
        source.delete(TransferTopics.ACCESS);
        target.recreate(TransferTopics.TRACKING, TARGETS);
        target.delete(TransferTopics.ACCESS);
        source.writeRunEvents(EVENTS);
    }

    private Archive export(Progress progress) {
        Archive archive = Archive.toWrite(folder, LogExport.identity(source.clients()), 0);
        new LogExport(source.clients(), archive.log(), progress, new ChunkSize(70, 1 << 20)).run();
        archive.objects().beginIndex().finish();
        archive.complete(0, 0);
        return archive;
    }

    private List<LogImport.Count> imported(Progress progress) throws InterruptedException {
        LogImport log = new LogImport(Archive.toRead(folder), target.clients(), true, progress);
        LogImport.Plan plan = log.plan();
        log.send(plan);
        return log.verify(plan);
    }

    private void requireEqual(List<LogImport.Count> counts, long events) {
        assertThat(counts).containsExactly(new LogImport.Count(TransferTopics.TRACKING, events, events));
        assertThat(target.valuesByKey()).isEqualTo(source.valuesByKey());
    }

    @Test
    void everyEventArrivesOnceAndInTheOrderOfItsKey() throws InterruptedException {
        export(Stops.never());

        requireEqual(imported(Stops.never()), EVENTS);

        assertThat(target.timestamps()).isEqualTo(source.timestamps());
        assertThat(target.headerNames()).containsExactly(ImportMark.HEADER);
    }

    @Test
    void anInterruptedExportGoesOnWhereItStopped() throws InterruptedException {
        int interruptions = 0;
        for (boolean whole = false; !whole; interruptions++) {
            try {
                export(Stops.after(230));
                whole = true;
            } catch (Stopped e) {
                assertThatThrownBy(() -> Archive.toRead(folder)).hasMessageContaining("is not complete");
            }
        }

        assertThat(interruptions).isBetween(4, 20);
        requireEqual(imported(Stops.never()), EVENTS);
    }

    @Test
    void anInterruptedImportGoesOnWhereItStoppedAndSendsNothingTwice() throws InterruptedException {
        export(Stops.never());
        // Each time the archive and what is there are read once before anything is sent.
        for (int sent : List.of(0, 1, 99, 500)) {
            long read =
                    target.valuesByKey().values().stream().mapToLong(List::size).sum();
            assertThatThrownBy(() -> imported(Stops.after(read + EVENTS + 2 + read + sent)))
                    .isInstanceOf(Stopped.class);
        }

        requireEqual(imported(Stops.never()), EVENTS);
    }

    @Test
    void aFolderThatWasUsedOnIsExportedAndImportedOn() throws InterruptedException {
        export(Stops.never());
        imported(Stops.never());
        source.writeRunEvents(250);
        export(Stops.never());

        requireEqual(imported(Stops.never()), EVENTS + 250);
    }

    @Test
    void importingAgainSendsNothingAndLooksAtAll() throws InterruptedException {
        export(Stops.never());
        imported(Stops.never());
        LogImport again = new LogImport(Archive.toRead(folder), target.clients(), true, Stops.never());

        LogImport.Plan plan = again.plan();

        assertThat(plan.missing()).isZero();
        requireEqual(again.verify(plan), EVENTS);
    }

    @Test
    void whatIsWrittenAfterwardsIsNotInTheWayOfLookingAgain() throws InterruptedException {
        export(Stops.never());
        imported(Stops.never());
        target.writeRunEvents(10);

        assertThat(imported(Stops.never()))
                .containsExactly(new LogImport.Count(TransferTopics.TRACKING, EVENTS, EVENTS));
    }

    @Test
    void aTargetWithEventsOfItsOwnIsRefused() {
        export(Stops.never());
        target.writeRunEvents(1);

        assertThatThrownBy(() -> imported(Stops.never()))
                .isInstanceOf(TransferException.class)
                .hasMessageMatching(
                        "The target has events of its own \\(topic runstream.tracking, partition \\d, offset 0:"
                                + " DATA_LOGGED\\)\\. Import into fresh topics, and let nobody write to the services before it is done\\.");
    }

    @Test
    void whatServicesWriteAtTheirStartIsNotInTheWay() throws InterruptedException {
        export(Stops.never());
        target.writeEnsureDefault();

        assertThat(imported(Stops.never()))
                .containsExactly(new LogImport.Count(TransferTopics.TRACKING, EVENTS, EVENTS));
    }

    @Test
    void anotherArchiveIsRefused() throws InterruptedException {
        export(Stops.never());
        imported(Stops.never());
        target.writeMarked(new ImportMark(new UUID(1, 2), 0, 0), "key");

        assertThatThrownBy(() -> imported(Stops.never()))
                .isInstanceOf(TransferException.class)
                .hasMessage("The target's topic runstream.tracking holds an import of another archive"
                        + " (00000000-0000-0001-0000-000000000002). Import into fresh topics.");
    }

    @Test
    void eventsThatAreThereTwiceOrWithoutThoseBeforeThemAreRefused() {
        Archive archive = export(Stops.never());
        target.writeMarked(new ImportMark(archive.manifest().id(), 0, 40), "not the beginning");

        assertThatThrownBy(() -> imported(Stops.never()))
                .isInstanceOf(TransferException.class)
                .hasMessageMatching(
                        "The target's topic runstream.tracking holds some of the archive's events, and not as an"
                                + " import leaves them \\(partition \\d\\). Import into fresh topics.");
    }

    @Test
    void whatSomebodyWroteBetweenTheEventsIsNoticedAtTheEnd() throws InterruptedException {
        export(Stops.never());
        LogImport log = new LogImport(Archive.toRead(folder), target.clients(), true, Stops.never());
        LogImport.Plan plan = log.plan();
        target.writeRunEvents(20);
        log.send(plan);

        assertThatThrownBy(() -> log.verify(plan))
                .isInstanceOf(TransferException.class)
                .hasMessageStartingWith(
                        "Somebody wrote to the target during the import (topic runstream.tracking, partition ")
                .hasMessageContaining("DATA_LOGGED");
    }

    @Test
    void topicsMustBeThere() {
        export(Stops.never());
        target.delete(TransferTopics.TRACKING);

        assertThatThrownBy(() -> imported(Stops.never()))
                .isInstanceOf(TransferException.class)
                .hasMessage(
                        "Kafka at %s has no topic runstream.tracking. Start the services once: they make it, with the"
                                        .formatted(target.clients().bootstrapServers())
                                + " partitions and replicas that you configure.");
    }

    @Test
    void aKafkaWhoseNameNobodyKnowsIsToldInASentence() {
        export(Stops.never());
        KafkaClients nowhere = new KafkaClients("kafka.invalid:9092", Map.of());

        assertThatThrownBy(() -> new LogImport(Archive.toRead(folder), nowhere, true, Stops.never()).plan())
                .isInstanceOf(TransferException.class)
                .hasMessageStartingWith("Kafka at kafka.invalid:9092 can't be used: ");
    }

    @Test
    void usersComeAlongAndMayBeLeftOut() throws InterruptedException {
        source.recreate(TransferTopics.ACCESS, 1);
        source.writeWithoutKey(TransferTopics.ACCESS, new byte[] {1});
        export(Stops.never());

        assertThatThrownBy(() -> imported(Stops.never()))
                .hasMessage(
                        "Kafka at %s has no topic runstream.access. The archive has users and permissions: start the"
                                        .formatted(target.clients().bootstrapServers())
                                + " services with authentication on once, or leave them out (--without-access).");
        LogImport without = new LogImport(Archive.toRead(folder), target.clients(), false, Stops.never());
        without.send(without.plan());

        target.recreate(TransferTopics.ACCESS, 1);
        target.writeWithoutKey(TransferTopics.ACCESS, new byte[] {2});
        assertThat(imported(Stops.never()))
                .containsExactlyInAnyOrder(
                        new LogImport.Count(TransferTopics.TRACKING, EVENTS, EVENTS),
                        new LogImport.Count(TransferTopics.ACCESS, 1, 1));
    }

    @Test
    void aLogWithoutItsBeginningIsRefused() {
        source.deleteUpTo(TransferTopics.TRACKING, Map.of(0, 3L));

        assertThatThrownBy(() -> export(Stops.never()))
                .isInstanceOf(TransferException.class)
                .hasMessage(
                        "The log no longer holds its first 3 events (runstream.tracking-0): what only the tables still"
                                + " know would not come along.");
    }

    @Test
    void anEventThatTheTargetWouldRefuseIsNoticedBeforeAnythingIsSent() {
        source.write(TransferTopics.TRACKING, "large", new byte[100_000]);
        export(Stops.never());
        target.limit(TransferTopics.TRACKING, 50_000);

        assertThatThrownBy(() -> imported(Stops.never()))
                .isInstanceOf(TransferException.class)
                .hasMessage(
                        "The topic runstream.tracking takes 50000 bytes at a time, and the archive's largest event has"
                                + " 100,005: raise its max.message.bytes.");
        assertThat(target.valuesByKey()).isEmpty();
    }
}
