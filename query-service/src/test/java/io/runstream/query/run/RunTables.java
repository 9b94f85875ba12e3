package io.runstream.query.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.runstream.query.search.ReadDatabase;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts model runs into the tables, as the projection would. */
final class RunTables {
    private static final List<String> TABLES = List.of("experiment", "run", "metric_latest", "dataset", "run_dataset");

    private final ReadDatabase database;

    RunTables(ReadDatabase database) {
        this.database = database;
    }

    void replaceAll(List<ModelExperiment> experiments, List<ModelRun> runs) {
        TABLES.forEach(table -> database.run("DELETE FROM " + table));
        for (ModelExperiment experiment : experiments) {
            insert(
                    "INSERT INTO experiment VALUES (?, ?, 'x', ?, ?, 0, 0)",
                    experiment.id(),
                    "e" + experiment.id(),
                    experiment.deleted(),
                    experiment.lifecycleChangedAt());
        }
        runs.forEach(this::insertRun);
    }

    private void insertRun(ModelRun run) {
        insert(
                "INSERT INTO run VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)",
                run.id(),
                run.experiment(),
                run.name(),
                run.user(),
                run.status(),
                run.startTime(),
                run.endTime(),
                run.artifactUri(),
                run.deleted(),
                run.lifecycleChangedAt(),
                json(run.params()),
                json(run.tags()));
        run.metrics()
                .forEach((key, value) ->
                        insert("INSERT INTO metric_latest VALUES (?, ?, 3, 7, ?, 0)", run.id(), key, value));
        int ordinal = 0;
        for (ModelRun.Input input : run.inputs()) {
            UUID dataset = UUID.nameUUIDFromBytes((input.name() + "/" + input.digest()).getBytes());
            insert(
                    "INSERT INTO dataset VALUES (?, ?, ?, 'local', 'here') ON CONFLICT DO NOTHING",
                    dataset,
                    input.name(),
                    input.digest());
            insert(
                    "INSERT INTO run_dataset VALUES (?, ?, ?, ?, 0, ?, '{}', '{}', ?)",
                    run.id(),
                    input.name(),
                    input.digest(),
                    dataset,
                    ordinal++,
                    input.context());
        }
    }

    private static String json(Map<String, String> labels) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        labels.forEach(object::put);
        return object.toString();
    }

    private void insert(String sql, @Nullable Object... values) {
        try (PreparedStatement statement = database.connection().prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
