package io.runstream.query.projection;

import io.runstream.query.projection.event.LogEntry;
import io.runstream.query.projection.event.LogEntry.Unreadable;
import io.runstream.query.projection.fold.Outcome;
import io.runstream.query.projection.store.OffsetMove;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Records and what they hold, side by side.
 *
 * @param records those of one partition in their order
 * @param entries one per record
 */
record Batch(List<ConsumerRecord<byte[], byte[]>> records, List<LogEntry> entries) {
    private static final long UNKNOWN = -1;

    int size() {
        return records.size();
    }

    Batch firstHalf() {
        int half = size() / 2;
        return new Batch(records.subList(0, half), entries.subList(0, half));
    }

    Batch secondHalf() {
        int half = size() / 2;
        return new Batch(records.subList(half, size()), entries.subList(half, size()));
    }

    /** The same one record, not to be applied. */
    Batch givenUp(String reason) {
        LogEntry entry = entries.getFirst();
        return new Batch(records, List.of(new LogEntry(entry.partition(), entry.offset(), new Unreadable(reason))));
    }

    /** @param outcomes one per record */
    void forEach(List<Outcome> outcomes, BiConsumer<ConsumerRecord<byte[], byte[]>, Outcome> action) {
        for (int i = 0; i < records.size(); i++) {
            action.accept(records.get(i), outcomes.get(i));
        }
    }

    /** Where its partitions stand once it is applied. */
    Map<Integer, Long> nextOffsets() {
        Map<Integer, Long> next = new LinkedHashMap<>();
        records.forEach(record -> next.put(record.partition(), record.offset() + 1));
        return next;
    }

    List<OffsetMove> movesFrom(Map<Integer, Long> offsets) {
        return nextOffsets().entrySet().stream()
                .map(next ->
                        new OffsetMove(next.getKey(), offsets.getOrDefault(next.getKey(), UNKNOWN), next.getValue()))
                .toList();
    }
}
