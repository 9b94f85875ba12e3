package io.runstream.query.projection;

import io.runstream.query.projection.event.EventDecoder;
import io.runstream.query.projection.event.LogEntry;
import io.runstream.query.projection.event.LogEntry.Unreadable;
import io.runstream.query.projection.fold.BatchFold;
import io.runstream.query.projection.fold.LoadedState;
import io.runstream.query.projection.fold.Outcome;
import io.runstream.query.projection.fold.Outcome.Applied;
import io.runstream.query.projection.fold.Outcome.DeadLettered;
import io.runstream.query.projection.fold.Outcome.Refused;
import io.runstream.query.projection.fold.Outcome.Unknown;
import io.runstream.query.projection.fold.RunKey;
import io.runstream.query.projection.fold.RunRow;
import io.runstream.query.projection.fold.StateNeeds;
import io.runstream.query.projection.store.FencedException;
import io.runstream.query.projection.store.ProjectionStore;
import io.runstream.query.projection.store.StoreUnavailableException;
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
    private final BatchTracing tracing;
    private final RunCache runs = new RunCache();

    BatchProjector(
            ProjectionStore store,
            DeadLetterLog deadLetters,
            ReplyLog replies,
            ProjectionMeters meters,
            BatchTracing tracing) {
        this.store = store;
        this.deadLetters = deadLetters;
        this.replies = replies;
        this.meters = meters;
        this.tracing = tracing;
    }

    /** Called after each commit: a batch may take several. */
    interface CommitObserver {
        void committed(Map<Integer, Long> nextOffsets, List<RunKey> dueForMerging);
    }

    /**
     * @param offsets where the projector stands; the observer moves them on
     * @throws FencedException if another projector went further; the rest of the batch is not applied
     * @throws StoreUnavailableException likewise
     * @throws LogUnavailableException likewise
     */
    void project(List<ConsumerRecord<byte[], byte[]>> records, Map<Integer, Long> offsets, CommitObserver observer) {
        List<LogEntry> entries = records.stream().map(EventDecoder::decode).toList();
        tracing.over(records, () -> project(new Batch(records, entries), offsets, observer));
    }

    private void project(Batch batch, Map<Integer, Long> offsets, CommitObserver observer) {
        Written written;
        try {
            written = apply(batch, offsets);
        } catch (FencedException | StoreUnavailableException | LogUnavailableException e) {
            runs.clear();
            throw e;
        } catch (RuntimeException e) {
            runs.clear();
            isolate(batch, offsets, observer, e);
            return;
        }
        batch.forEach(written.outcomes(), replies::send);
        observer.committed(batch.nextOffsets(), written.dueForMerging());
    }

    private record Written(List<Outcome> outcomes, List<RunKey> dueForMerging) {}

    private Written apply(Batch batch, Map<Integer, Long> offsets) {
        long start = System.nanoTime();
        LoadedState loaded = load(batch.entries());
        BatchFold.Result result = BatchFold.fold(batch.entries(), loaded);
        keepDeadLetters(batch, result.outcomes());
        List<RunKey> due = store.commit(result.changes(), batch.movesFrom(offsets));
        runs.put(loaded.runs().values());
        runs.put(result.changes().runs());
        meters.committed(batch.entries(), result.outcomes(), System.nanoTime() - start);
        return new Written(result.outcomes(), due);
    }

    private LoadedState load(List<LogEntry> entries) {
        Map<UUID, RunRow> known = runs.knownIn(entries);
        LoadedState loaded = store.load(StateNeeds.of(entries, known::containsKey));
        known.putAll(loaded.runs());
        return loaded.withRuns(known);
    }

    /** Before the commit: what is committed is never read again. */
    private void keepDeadLetters(Batch batch, List<Outcome> outcomes) {
        batch.forEach(outcomes, (record, outcome) -> {
            switch (outcome) {
                case Applied done -> {}
                case Refused done -> {}
                case Unknown(var reason) -> deadLetters.add(record, reason);
                case DeadLettered(var reason) -> deadLetters.add(record, reason);
            }
        });
        deadLetters.flush();
    }

    private void isolate(Batch batch, Map<Integer, Long> offsets, CommitObserver observer, RuntimeException failure) {
        if (batch.size() > 1) {
            project(batch.firstHalf(), offsets, observer);
            project(batch.secondHalf(), offsets, observer);
            return;
        }
        LogEntry entry = batch.entries().getFirst();
        if (entry.content() instanceof Unreadable) {
            throw failure;
        }
        LOG.atError()
                .setCause(failure)
                .addKeyValue("partition", entry.partition())
                .addKeyValue("offset", entry.offset())
                .log("An event can't be applied and goes to the dead-letter topic");
        project(batch.givenUp("applying it failed: " + failure.getMessage()), offsets, observer);
    }

    /** Forgets what it knows of the partitions' rows. */
    void forget() {
        runs.clear();
    }
}
