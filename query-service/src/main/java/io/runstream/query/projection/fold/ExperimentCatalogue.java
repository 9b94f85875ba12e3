package io.runstream.query.projection.fold;

import io.runstream.query.projection.fold.overlay.Overlay;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The experiments that a batch speaks of, by id and by name, deleted ones included: their names stay taken. */
final class ExperimentCatalogue {
    private final Overlay<Long, ExperimentRow> byId;
    private final Map<String, Long> idByName = new HashMap<>();
    private long greatestId;

    /**
     * @param loaded every experiment whose id or name occurs in the batch
     * @param greatestId of all experiments, also those not loaded; 0 if there are none
     */
    ExperimentCatalogue(Map<Long, ExperimentRow> loaded, long greatestId) {
        this.byId = new Overlay<>(loaded);
        this.greatestId = greatestId;
        loaded.values().forEach(row -> idByName.put(row.name(), row.experimentId()));
    }

    @Nullable
    ExperimentRow get(long id) {
        return byId.get(id);
    }

    boolean isTaken(String name) {
        return idByName.containsKey(name);
    }

    long nextId() {
        return greatestId + 1;
    }

    void put(ExperimentRow row) {
        ExperimentRow before = byId.get(row.experimentId());
        if (before != null) {
            idByName.remove(before.name());
        }
        idByName.put(row.name(), row.experimentId());
        byId.put(row.experimentId(), row);
        greatestId = Math.max(greatestId, row.experimentId());
    }

    Collection<ExperimentRow> written() {
        return byId.written().values();
    }
}
