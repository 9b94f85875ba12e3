package io.runstream.query.projection;

import io.runstream.query.projection.event.EventDecoder;
import io.runstream.query.projection.event.LogEntry;
import io.runstream.query.projection.event.LogEntry.Unreadable;
import io.runstream.query.projection.fold.BatchFold;
import io.runstream.query.projection.fold.LoadedState;
import io.runstream.query.projection.fold.Outcome;
import io.runstream.query.projection.fold.Outcome.DeadLettered;
import io.runstream.query.projection.fold.RunKey;
import io.runstream.query.projection.fold.RunRow;
import io.runstream.query.projection.fold.StateNeeds;
import io.runstream.query.projection.store.FencedException;
import io.runstream.query.projection.store.OffsetMove;
import io.runstream.query.projection.store.ProjectionStore;
import io.runstream.query.projection.store.StoreUnavailableException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes one batch from records to committed rows and sent replies. If the batch is refused, halves it until the event
 * that is to blame stands alone, and gives that one up. One thread's.
 */
final class BatchProjector {
    private static final Logger LOG = LoggerFactory.getLogger(BatchProjector.class);

    private final ProjectionStore store;
    private final DeadLetterLog deadLetters;
    private final ReplyLog replies;
    private final ProjectionMeters meters;
    private final RunCache runs = new RunCache();

    BatchProjector(ProjectionStore store, DeadLetterLog deadLetters, ReplyLog replies, ProjectionMeters meters) {
        this.store = store;
        this.deadLetters = deadLetters;
        this.replies = replies;
        this.meters = meters;
    }

    /** Called after each commit: a batch may take several. */
    interface CommitObserver {
        void committed(Map<Integer, Long> nextOffsets, List<RunKey> dueForMerging);
    }

    /**
     * @param offsets where the projector stands; moved on by the observer
     * @throws FencedException if another projector went further; the rest of the batch is not applied
     * @throws StoreUnavailableException likewise
     * @throws LogUnavailableException likewise
     */
    void project(List<ConsumerRecord<byte[], byte[]>> records, Map<Integer, Long> offsets, CommitObserver observer) {
        List<LogEntry> entries = records.stream().map(EventDecoder::decode).toList();
        projectEntries(records, entries, offsets, observer);
    }

    private void projectEntries(
            List<ConsumerRecord<byte[], byte[]>> records,
            List<LogEntry> entries,
            Map<Integer, Long> offsets,
            CommitObserver observer) {
        try {
            apply(records, entries, offsets, observer);
        } catch (FencedException | StoreUnavailableException | LogUnavailableException e) {
            runs.clear();
            throw e;
        } catch (RuntimeException e) {
            runs.clear();
            isolate(records, entries, offsets, observer, e);
        }
    }

    private void isolate(
            List<ConsumerRecord<byte[], byte[]>> records,
            List<LogEntry> entries,
            Map<Integer, Long> offsets,
            CommitObserver observer,
            RuntimeException failure) {
        if (records.size() > 1) {
            int half = records.size() / 2;
            projectEntries(records.subList(0, half), entries.subList(0, half), offsets, observer);
            projectEntries(
                    records.subList(half, records.size()), entries.subList(half, records.size()), offsets, observer);
            return;
        }
        LogEntry entry = entries.getFirst();
        LOG.atError()
                .setCause(failure)
                .addKeyValue("partition", entry.partition())
                .addKeyValue("offset", entry.offset())
                .log("An event can't be applied and goes to the dead-letter topic");
        String reason = "applying it failed: " + failure.getMessage();
        apply(
                records,
                List.of(new LogEntry(entry.partition(), entry.offset(), new Unreadable(reason))),
                offsets,
                observer);
    }

    private void apply(
            List<ConsumerRecord<byte[], byte[]>> records,
            List<LogEntry> entries,
            Map<Integer, Long> offsets,
            CommitObserver observer) {
        long start = System.nanoTime();
        LoadedState loaded = load(entries);
        BatchFold.Result result = BatchFold.fold(entries, loaded);
        keepDeadLetters(records, result.outcomes());
        Map<Integer, Long> next = nextOffsets(records);
        List<RunKey> due = store.commit(result.changes(), moves(offsets, next));
        runs.put(loaded.runs().values());
        runs.put(result.changes().runs());
        for (int i = 0; i < records.size(); i++) {
            replies.send(records.get(i), result.outcomes().get(i));
        }
        meters.committed(result.outcomes(), System.nanoTime() - start);
        observer.committed(next, due);
    }

    private LoadedState load(List<LogEntry> entries) {
        Map<UUID, RunRow> known = runs.knownIn(entries);
        LoadedState loaded = store.load(StateNeeds.of(entries, known::containsKey));
        known.putAll(loaded.runs());
        return loaded.withRuns(known);
    }

    /** Before the commit: what is committed is never read again. */
    private void keepDeadLetters(List<ConsumerRecord<byte[], byte[]>> records, List<Outcome> outcomes) {
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) instanceof DeadLettered(var reason)) {
                deadLetters.add(records.get(i), reason);
            }
        }
        deadLetters.flush();
    }

    private static Map<Integer, Long> nextOffsets(List<ConsumerRecord<byte[], byte[]>> records) {
        Map<Integer, Long> next = new LinkedHashMap<>();
        records.forEach(record -> next.put(record.partition(), record.offset() + 1));
        return next;
    }

    private static List<OffsetMove> moves(Map<Integer, Long> offsets, Map<Integer, Long> next) {
        Map<Integer, Long> expected = new HashMap<>(offsets);
        return next.entrySet().stream()
                .map(move -> new OffsetMove(move.getKey(), expected.getOrDefault(move.getKey(), -1L), move.getValue()))
                .toList();
    }

    /** Forgets what it knows of the partitions' rows. */
    void forget() {
        runs.clear();
    }
}
