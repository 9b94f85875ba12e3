package io.runstream.query.run;

import io.runstream.api.run.RunInputs.Dataset;
import io.runstream.api.run.RunInputs.DatasetInput;
import io.runstream.query.search.Rows;
import io.runstream.query.search.Sql;
import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads what datasets some runs read, in the order in which each run logged them. */
final class DatasetInputRows {
    private DatasetInputRows() {}

    static Sql select(UUID[] runs) {
        return Sql.text("""
                        SELECT i.run_id, i.tag_keys, i.tag_values,
                            i.name, i.digest, d.source_type, d.source, d.schema, d.profile
                        FROM run_dataset i JOIN dataset d USING (dataset_id)
                        WHERE i.run_id = ANY(""").plus(Sql.param(runs)).plus("::uuid[]) ORDER BY i.run_id, i.sequence, i.ordinal");
    }

    static Map<UUID, List<DatasetInput>> byRun(List<Row> rows) {
        Map<UUID, List<DatasetInput>> inputs = new HashMap<>();
        for (Row row : rows) {
            inputs.computeIfAbsent(row.getUUID("run_id"), run -> new ArrayList<>())
                    .add(new DatasetInput(Rows.keyValues(row, "tag_keys", "tag_values"), dataset(row)));
        }
        return inputs;
    }

    private static Dataset dataset(Row row) {
        return new Dataset(
                row.getString("name"),
                row.getString("digest"),
                row.getString("source_type"),
                row.getString("source"),
                row.getString("schema"),
                row.getString("profile"));
    }
}
