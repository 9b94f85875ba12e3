package io.runstream.query.search;

import io.runstream.api.KeyValue;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;

/** What a statement gave. */
public final class Rows {
    private Rows() {}

    public static Uni<List<Row>> of(Pool pool, Sql sql) {
        return pool.preparedQuery(sql.statement())
                .execute(sql.tuple())
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList());
    }

    /** As {@link #keyValues}, in order of the keys. */
    public static List<KeyValue> sortedKeyValues(Row row, String keyColumn, String valueColumn) {
        List<KeyValue> pairs = keyValues(row, keyColumn, valueColumn);
        return pairs.stream().sorted(Comparator.comparing(KeyValue::key)).toList();
    }

    /**
     * Two columns of arrays of the same length as pairs.
     *
     * @return empty if the arrays are NULL: an aggregate of no rows
     */
    public static List<KeyValue> keyValues(Row row, String keyColumn, String valueColumn) {
        String[] keys = row.getArrayOfStrings(keyColumn);
        if (keys == null) {
            return List.of();
        }
        String[] values = row.getArrayOfStrings(valueColumn);
        List<KeyValue> pairs = new ArrayList<>(keys.length);
        for (int i = 0; i < keys.length; i++) {
            pairs.add(new KeyValue(keys[i], values[i]));
        }
        return pairs;
    }
}
