package io.runstream.query.projection.fold.overlay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rows as they were loaded, and over them what the batch made of them. What was not loaded counts as absent.
 *
 * @param <K> the primary key
 */
public final class Overlay<K, V> {
    private final Map<K, V> loaded;
    private final Map<K, Optional<V>> changed = new LinkedHashMap<>();

    public Overlay(Map<K, V> loaded) {
        this.loaded = loaded;
    }

    public @Nullable V get(K key) {
        Optional<V> change = changed.get(key);
        return change == null ? loaded.get(key) : change.orElse(null);
    }

    public void put(K key, V value) {
        changed.put(key, Optional.of(value));
    }

    public void remove(K key) {
        changed.put(key, Optional.empty());
    }

    /** Rows to write, in the order of their first change: not those that are in the end as they were loaded. */
    public Map<K, V> written() {
        Map<K, V> rows = new LinkedHashMap<>();
        changed.forEach((key, value) ->
                value.filter(row -> !row.equals(loaded.get(key))).ifPresent(row -> rows.put(key, row)));
        return rows;
    }

    /** Rows to delete, should they be there. */
    public List<K> removed() {
        List<K> keys = new ArrayList<>();
        changed.forEach((key, value) -> {
            if (value.isEmpty()) {
                keys.add(key);
            }
        });
        return keys;
    }
}
