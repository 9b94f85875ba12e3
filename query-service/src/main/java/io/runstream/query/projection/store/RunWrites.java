package io.runstream.query.projection.store;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.runstream.query.projection.fold.Changes;
import io.runstream.query.projection.fold.RunKey;
import io.runstream.query.projection.fold.RunRow;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The parameters of {@link Sql#PUT_RUNS}: a row per run, with all that a batch adds to its params and tags. */
final class RunWrites {
    private static final String NOTHING = "{}";

    private RunWrites() {}

    static Tuple runs(Changes changes) {
        Collection<RunRow> rows = changes.runs();
        return Tuple.tuple()
                .addArrayOfUUID(Column.uuids(rows, RunRow::runId))
                .addArrayOfLong(Column.longs(rows, RunRow::experimentId))
                .addArrayOfString(Column.texts(rows, RunRow::name))
                .addArrayOfString(Column.texts(rows, RunRow::userId))
                .addArrayOfShort(rows.stream().map(row -> (short) row.status()).toArray(Short[]::new))
                .addArrayOfLong(Column.longs(rows, RunRow::startTime))
                .addArrayOfLong(rows.stream().map(RunRow::endTime).toArray(Long[]::new))
                .addArrayOfString(Column.texts(rows, RunRow::artifactUri))
                .addArrayOfBoolean(rows.stream().map(RunRow::deleted).toArray(Boolean[]::new))
                .addArrayOfLong(Column.longs(rows, RunRow::lifecycleChangedAt))
                .addArrayOfString(objects(rows, changes.params()))
                .addArrayOfString(objects(rows, changes.runTags()));
    }

    /** One object of JSON per row. */
    private static String[] objects(Collection<RunRow> rows, Map<RunKey, String> values) {
        Map<UUID, ObjectNode> byRun = new HashMap<>();
        values.forEach((key, value) -> byRun.computeIfAbsent(key.runId(), run -> JsonNodeFactory.instance.objectNode())
                .put(key.key(), value));
        return rows.stream()
                .map(row -> {
                    ObjectNode object = byRun.get(row.runId());
                    return object == null ? NOTHING : object.toString();
                })
                .toArray(String[]::new);
    }
}
