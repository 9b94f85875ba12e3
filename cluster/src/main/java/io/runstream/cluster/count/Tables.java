package io.runstream.cluster.count;

import io.runstream.cluster.load.Write;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the projection has written, read as it stands: not through the views that would hide a point that was applied twice.
 */
final class Tables {
    private final Map<String, StoredRun> runs = new HashMap<>();
    private final Map<String, Integer> runNames = new HashMap<>();
    private final Map<String, Integer> experimentNames = new HashMap<>();

    private Tables() {}

    static Tables read(Connection connection) throws SQLException {
        Tables tables = new Tables();
        each(
                connection,
                "SELECT name FROM experiment",
                row -> tables.experimentNames.merge(row.text(1), 1, Integer::sum));
        each(
                connection,
                "SELECT replace(run_id::text, '-', ''), name, status, coalesce(end_time, -1), deleted FROM run",
                tables::addRun);
        each(
                connection,
                "SELECT replace(run_id::text, '-', ''), key, value FROM param",
                row -> tables.run(row.text(1)).addParam(row.text(2), row.text(3)));
        each(
                connection,
                "SELECT replace(run_id::text, '-', ''), key, value FROM run_tag",
                row -> tables.run(row.text(1)).addTag(row.text(2), row.text(3)));
        each(
                connection,
                "SELECT replace(s.run_id::text, '-', ''), s.key, p.step, p.timestamp, p.value FROM metric_segment s,"
                        + " unnest(s.steps, s.timestamps, s.values) AS p (step, timestamp, value)",
                row -> tables.run(row.text(1)).addPoint(row.text(2), row.number(3), row.number(4), row.real(5)));
        return tables;
    }

    private void addRun(Row row) {
        runs.put(row.text(1), new StoredRun(row.text(2), (int) row.number(3), row.number(4), row.truth(5)));
        runNames.merge(row.text(2), 1, Integer::sum);
    }

    private StoredRun run(String id) {
        return runs.computeIfAbsent(id, absent -> new StoredRun("", 0, -1, false));
    }

    /** How that write is found. */
    Presence presence(Write write) {
        return switch (write) {
            case Write.CreateExperiment(var name) -> once(experimentNames.getOrDefault(name, 0));
            case Write.CreateRun(var name) -> once(runNames.getOrDefault(name, 0));
            case Write.LogMetric(var run, var key, var step) -> once(run(run).count(key, step));
            case Write.LogParam(var run, var key, var value) -> run(run).param(key, value);
            case Write.SetTag(var run, var key, var value) -> run(run).tag(key, value);
            case Write.LogBatch batch -> all(parts(batch));
            case Write.FinishRun(var run, var endTime) -> once(run(run).isFinishedAt(endTime) ? 1 : 0);
            case Write.DeleteRun(var run) -> once(run(run).isDeleted() ? 1 : 0);
        };
    }

    private List<Presence> parts(Write.LogBatch batch) {
        StoredRun run = run(batch.run());
        String mark = batch.mark();
        Stream<Presence> metrics = IntStream.range(0, batch.metrics()).mapToObj(i -> once(run.count(mark + "m", i)));
        Stream<Presence> params = IntStream.range(0, batch.params()).mapToObj(i -> run.param(mark + "p" + i, "v"));
        Stream<Presence> tags =
                IntStream.range(0, batch.tags()).mapToObj(i -> run.tag(mark + "t" + i, batch.tagValue()));
        return Stream.of(metrics, params, tags).flatMap(part -> part).distinct().toList();
    }

    private static Presence all(List<Presence> different) {
        if (different.contains(Presence.TWICE)) {
            return Presence.TWICE;
        }
        return different.size() == 1 ? different.getFirst() : Presence.PARTLY;
    }

    private static Presence once(int count) {
        return switch (count) {
            case 0 -> Presence.ABSENT;
            case 1 -> Presence.ONCE;
            default -> Presence.TWICE;
        };
    }

    /** The current row. */
    private record Row(List<Object> columns) {
        String text(int column) {
            return (String) columns.get(column - 1);
        }

        long number(int column) {
            return ((Number) columns.get(column - 1)).longValue();
        }

        double real(int column) {
            return ((Number) columns.get(column - 1)).doubleValue();
        }

        boolean truth(int column) {
            return (Boolean) columns.get(column - 1);
        }
    }

    private static void each(Connection connection, String query, Consumer<Row> action) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            int width = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<Object> columns = new ArrayList<>(width);
                for (int i = 1; i <= width; i++) {
                    columns.add(result.getObject(i));
                }
                action.accept(new Row(columns));
            }
        }
    }
}
