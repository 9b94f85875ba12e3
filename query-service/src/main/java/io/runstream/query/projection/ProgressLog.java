package io.runstream.query.projection;

import io.runstream.event.v1.Progress;
import io.runstream.event.v1.ServiceMessage;
import io.runstream.kit.log.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Tells every ingest and query service how far the partitions of one projector are. One thread's. */
final class ProgressLog {
    private final Announcements announcements;
    private final long intervalNanos;
    private final LongSupplier nanoTime;
    private final Map<Integer, Long> unsent = new HashMap<>();
    private final Map<Integer, Long> sentAt = new HashMap<>();

    ProgressLog(Announcements announcements, Duration interval, LongSupplier nanoTime) {
        this.announcements = announcements;
        this.intervalNanos = interval.toNanos();
        this.nanoTime = nanoTime;
    }

    void advanced(Map<Integer, Long> nextOffsets) {
        unsent.putAll(nextOffsets);
        send(partition -> false);
    }

    /** Sends what is due by time, and without waiting what nothing may follow on soon. */
    void send(IntPredicate isCaughtUp) {
        long now = nanoTime.getAsLong();
        unsent.entrySet().removeIf(entry -> {
            int partition = entry.getKey();
            Long last = sentAt.get(partition);
            boolean due = last == null || now - last >= intervalNanos || isCaughtUp.test(partition);
            if (due) {
                sentAt.put(partition, now);
                publish(partition, entry.getValue());
            }
            return due;
        });
    }

    private void publish(int partition, long nextOffset) {
        byte[] value = ServiceMessage.newBuilder()
                .setProgress(Progress.newBuilder().setPartition(partition).setNextOffset(nextOffset))
                .build()
                .toByteArray();
        announcements.send(new ProducerRecord<>(Topics.REPLIES, value));
    }
}
