package io.runstream.query.projection;

import io.runstream.query.projection.event.LogEntry;
import io.runstream.query.projection.event.LogEntry.OfRun;
import io.runstream.query.projection.fold.RunRow;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The rows of the runs that were written to last, so that the events of a running training need no look into Postgres.
 * Right for as long as nobody else writes the partitions' runs: whoever loses a partition, or is not sure what was
 * committed, clears it. One thread's.
 */
final class RunCache {
    private static final int CAPACITY = 20_000;

    private final Map<UUID, RunRow> rows = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, RunRow> eldest) {
            return size() > CAPACITY;
        }
    };

    /** The known ones among the runs of the entries. */
    Map<UUID, RunRow> knownIn(List<LogEntry> entries) {
        Map<UUID, RunRow> known = new HashMap<>();
        for (LogEntry entry : entries) {
            if (entry.content() instanceof OfRun(var runId, var event)) {
                RunRow row = rows.get(runId);
                if (row != null) {
                    known.put(runId, row);
                }
            }
        }
        return known;
    }

    /** @param committed rows as they stand in Postgres now */
    void put(Iterable<RunRow> committed) {
        committed.forEach(row -> rows.put(row.runId(), row));
    }

    void clear() {
        rows.clear();
    }
}
