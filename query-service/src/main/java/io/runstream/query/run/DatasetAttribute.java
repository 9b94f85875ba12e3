package io.runstream.query.run;

import io.runstream.query.search.Sql;
import java.util.List;

/** What of a dataset input a filter can name. */
enum DatasetAttribute {
    NAME("name", "i.name"),
    DIGEST("digest", "i.digest"),
    /** What the run read it for. */
    CONTEXT("context", "i.context");

    static final List<String> KEYS = List.of("name", "digest", "context");

    private final String key;
    private final Sql column;

    DatasetAttribute(String key, String column) {
        this.key = key;
        this.column = Sql.text(column);
    }

    /** Where {@code i} is the input. */
    Sql column() {
        return column;
    }

    /** @param key one of {@link #KEYS} */
    static DatasetAttribute of(String key) {
        for (DatasetAttribute attribute : values()) {
            if (attribute.key.equals(key)) {
                return attribute;
            }
        }
        throw new IllegalArgumentException(key);
    }
}
