package io.runstream.query.projection.store;

import io.vertx.mutiny.sqlclient.Row;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** What was read, by its key. */
final class RowIndex {
    private RowIndex() {}

    /** Of rows with the same key the last counts. */
    static <K, V> Map<K, V> of(Iterable<Row> rows, Function<Row, K> key, Function<Row, V> value) {
        Map<K, V> index = new HashMap<>();
        rows.forEach(row -> index.put(key.apply(row), value.apply(row)));
        return index;
    }
}
