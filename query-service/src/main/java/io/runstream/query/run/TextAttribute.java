package io.runstream.query.run;

import io.runstream.api.run.RunStatus;
import io.runstream.query.search.Sql;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Attributes of a run that are text to a filter. None is ever NULL. */
enum TextAttribute {
    RUN_ID("replace(r.run_id::text, '-', '') COLLATE \"C\"", "run_id"),
    RUN_NAME("r.name", "run_name", "run name", "Run name", "Run Name"),
    USER_ID("r.user_id", "user_id"),
    STATUS(statusName(), "status"),
    ARTIFACT_URI("r.artifact_uri", "artifact_uri");

    private final String column;
    private final String[] keys;

    TextAttribute(String column, String... keys) {
        this.column = column;
        this.keys = keys;
    }

    /** Where {@code r} is the run. */
    Sql column() {
        return Sql.text(column);
    }

    /** By its name or an alias. */
    static Optional<TextAttribute> find(String key) {
        return Arrays.stream(values())
                .filter(attribute -> Arrays.asList(attribute.keys).contains(key))
                .findAny();
    }

    private static String statusName() {
        return Arrays.stream(RunStatus.values())
                .map(status -> "WHEN " + status.number() + " THEN '" + status.name() + "'")
                .collect(Collectors.joining(" ", "(CASE r.status ", " END) COLLATE \"C\""));
    }
}
