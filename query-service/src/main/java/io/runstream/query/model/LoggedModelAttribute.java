package io.runstream.query.model;

import io.runstream.api.model.LoggedModelStatus;
import io.runstream.query.search.Sql;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a filter or an order can name of a logged model without a prefix. None is ever NULL. */
enum LoggedModelAttribute {
    NAME("m.name", false, "name"),
    MODEL_ID("m.model_id", false, "model_id"),
    MODEL_TYPE("m.model_type", false, "model_type"),
    /** By its name; MLflow has a number there and finds nothing by a name. */
    STATUS(statusName(), false, "status"),
    SOURCE_RUN_ID("m.source_run_id", false, "source_run_id"),
    CREATION_TIMESTAMP("m.created_at", true, "creation_timestamp", "creation_timestamp_ms", "creation_time"),
    LAST_UPDATED_TIMESTAMP(
            "m.updated_at", true, "last_updated_timestamp", "last_updated_timestamp_ms", "last_updated_time");

    private final String column;
    private final boolean number;
    private final String[] keys;

    LoggedModelAttribute(String column, boolean number, String... keys) {
        this.column = column;
        this.number = number;
        this.keys = keys;
    }

    /** Where {@code m} is the model. */
    Sql column() {
        return Sql.text(column);
    }

    /** Whether it is milliseconds since the epoch, and no text. */
    boolean isNumber() {
        return number;
    }

    /** By its name or an alias. */
    static Optional<LoggedModelAttribute> find(String key) {
        return Arrays.stream(values())
                .filter(attribute -> Arrays.asList(attribute.keys).contains(key))
                .findAny();
    }

    private static String statusName() {
        return Arrays.stream(LoggedModelStatus.values())
                .map(status -> "WHEN " + status.number() + " THEN '" + status.name() + "'")
                .collect(Collectors.joining(" ", "((CASE m.status ", " END) COLLATE \"C\")"));
    }
}
