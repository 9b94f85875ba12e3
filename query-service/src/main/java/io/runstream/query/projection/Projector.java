package io.runstream.query.projection;

import io.runstream.kit.log.Topics;
import io.runstream.query.projection.fold.RunKey;
import io.runstream.query.projection.store.FencedException;
import io.runstream.query.projection.store.ProjectionStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One member of the projecting group: polls, projects batch by batch, and finds its place again after whatever goes
 * wrong. {@link #run()} ends when {@link #stop()} is called, or when Kafka has thrown this member out for good.
 */
final class Projector {
    private static final Logger LOG = LoggerFactory.getLogger(Projector.class);
    private static final Duration IDLE_POLL = Duration.ofMillis(200);

    private final Consumer<byte[], byte[]> consumer;
    private final RecordSource source;
    private final ProjectionStore store;
    private final BatchProjector batches;
    private final BatchSlicer slicer;
    private final SegmentMerger merger;
    private final Assignment assignment;
    private final ProjectionProgress progress;
    private final ProgressLog progressLog;
    private final Outage outage;
    private volatile boolean stopping;

    Projector(
            Consumer<byte[], byte[]> consumer,
            RecordSource source,
            ProjectionStore store,
            BatchProjector batches,
            BatchSlicer slicer,
            ProjectionProgress progress,
            ProgressLog progressLog,
            Outage outage) {
        this.consumer = consumer;
        this.source = source;
        this.store = store;
        this.batches = batches;
        this.slicer = slicer;
        this.merger = new SegmentMerger(store);
        this.assignment = new Assignment(consumer, store, this::lost);
        this.progress = progress;
        this.progressLog = progressLog;
        this.outage = outage;
    }

    void run() {
        consumer.subscribe(List.of(Topics.TRACKING), assignment);
        while (!stopping) {
            try {
                step(source.take(pollTime()));
            } catch (OffsetOutOfRangeException e) {
                recovering(() ->
                        assignment.skipRemoved(e.offsetOutOfRangePartitions().keySet()));
            } catch (WakeupException e) {
                LOG.debug("Woken up to stop");
            }
        }
    }

    /** Safe for any thread. The batch under way is finished. */
    void stop() {
        stopping = true;
        consumer.wakeup();
    }

    private Duration pollTime() {
        if (!assignment.isSettled()) {
            return outage.pause();
        }
        return merger.isIdle() ? IDLE_POLL : Duration.ZERO;
    }

    private void step(List<ConsumerRecord<byte[], byte[]>> records) {
        recovering(() -> {
            store.requireConnection();
            assignment.settle();
            for (List<ConsumerRecord<byte[], byte[]>> batch : slicer.slice(records)) {
                batches.project(batch, assignment.offsets(), this::committed);
                merger.mergeSome(assignment.offsets());
            }
            merger.mergeSome(assignment.offsets());
            tellWhatIsCaughtUp();
            outage.succeeded();
        });
    }

    /** Whatever goes wrong: the next step finds out where Postgres stands, and goes on from there. */
    private void recovering(Runnable work) {
        try {
            work.run();
        } catch (WakeupException e) {
            throw e;
        } catch (FencedException e) {
            LOG.info("Another projector went further; looking where it got to");
            assignment.unsettleAll();
        } catch (RuntimeException e) {
            outage.failed(e);
            assignment.unsettleAll();
        }
    }

    private void committed(Map<Integer, Long> nextOffsets, List<RunKey> dueForMerging) {
        assignment.moved(nextOffsets);
        merger.add(dueForMerging);
        progress.advanced(nextOffsets);
        progressLog.advanced(nextOffsets);
    }

    private void tellWhatIsCaughtUp() {
        progressLog.send(partition -> consumer.currentLag(new TopicPartition(Topics.TRACKING, partition))
                        .orElse(1)
                == 0);
    }

    private void lost(Set<Integer> partitions) {
        batches.forget();
        merger.clear();
        progress.released(partitions);
    }
}
