package io.runstream.query.run;

import io.runstream.query.search.Sql;
import java.util.Arrays;
import java.util.Optional;

/** Attributes of a run that are milliseconds since the epoch. */
enum TimeAttribute {
    START_TIME("r.start_time", "start_time", "created", "Created"),
    /** NULL while it is not known. */
    END_TIME("r.end_time", "end_time");

    private final String column;
    private final String[] keys;

    TimeAttribute(String column, String... keys) {
        this.column = column;
        this.keys = keys;
    }

    /** Where {@code r} is the run. */
    Sql column() {
        return Sql.text(column);
    }

    /** By its name or an alias. */
    static Optional<TimeAttribute> find(String key) {
        return Arrays.stream(values())
                .filter(attribute -> Arrays.asList(attribute.keys).contains(key))
                .findAny();
    }
}
