package io.runstream.query.run;

import io.runstream.query.search.LabelSql;
import io.runstream.query.search.Ordering;
import io.runstream.query.search.SortColumn;
import io.runstream.query.search.SortType;
import io.runstream.query.search.Sql;
import java.util.ArrayList;
import java.util.List;

/**
 * The order of a search of runs as SQL, where {@code r} is the run.
 *
 * @param sorts never empty
 * @param ordering its columns take values from the tables of {@link #joins}
 */
record RunOrderSql(List<RunSort> sorts, Ordering ordering) {
    /** What the first criterion's values come from. */
    static final String FIRST = table(0);

    static RunOrderSql of(List<RunSort> sorts) {
        List<SortColumn> columns = new ArrayList<>();
        for (int i = 0; i < sorts.size(); i++) {
            columns.addAll(columns(sorts.get(i), table(i)));
        }
        columns.add(SortColumn.ascending("r.run_id", SortType.UUID));
        return new RunOrderSql(sorts, Ordering.of(sorts.toString(), columns));
    }

    /** The tables that the order's columns need besides, joined to {@code r}. */
    Sql joins() {
        return joinsFrom(0);
    }

    /** The same without {@link #FIRST}. */
    Sql otherJoins() {
        return joinsFrom(1);
    }

    private Sql joinsFrom(int first) {
        Sql joins = Sql.EMPTY;
        for (int i = first; i < sorts.size(); i++) {
            joins = joins.plus(join(sorts.get(i).key(), table(i)));
        }
        return joins;
    }

    private static String table(int sort) {
        return "o" + sort;
    }

    private static Sql join(RunSort.Key key, String table) {
        return switch (key) {
            case RunSort.Metric metric -> latestOf(metric.key(), table);
            case RunSort.Param param -> named(LabelSql.value("r.params", param.key()), table);
            case RunSort.Tag tag -> named(LabelSql.value("r.tags", tag.key()), table);
            case RunSort.Text text -> Sql.EMPTY;
            case RunSort.Time time -> Sql.EMPTY;
        };
    }

    private static Sql latestOf(String metric, String table) {
        // OFFSET 0: a look-up per run, and not a scan of all runs' values.
        return Sql.text(" LEFT JOIN LATERAL (SELECT value FROM metric_latest WHERE run_id = r.run_id AND key = ")
                .plus(Sql.param(metric))
                .plus(" OFFSET 0) " + table + " ON TRUE");
    }

    /** No join to Postgres, which puts the expression where it is named. */
    private static Sql named(Sql value, String table) {
        return Sql.text(" CROSS JOIN LATERAL (SELECT ").plus(value).plus(" AS value) " + table);
    }

    private static List<SortColumn> columns(RunSort sort, String table) {
        String value = table + ".value";
        boolean ascending = sort.ascending();
        return switch (sort.key()) {
            case RunSort.Metric metric ->
                List.of(
                        SortColumn.ascending(
                                "(CASE WHEN " + value + " IS NULL THEN 2 WHEN " + value
                                        + " = 'NaN' THEN 1 ELSE 0 END)::bigint",
                                SortType.LONG),
                        column("coalesce(nullif(" + value + ", 'NaN'), 0)", SortType.DOUBLE, ascending));
            case RunSort.Param param -> missingLast(value, "''", SortType.TEXT, ascending);
            case RunSort.Tag tag -> missingLast(value, "''", SortType.TEXT, ascending);
            case RunSort.Text text ->
                switch (text.attribute()) {
                    // The same order, and one that an index may serve.
                    case RUN_ID -> List.of(column("r.run_id", SortType.UUID, ascending));
                    case RUN_NAME, USER_ID, STATUS, ARTIFACT_URI ->
                        List.of(new SortColumn(text.attribute().column(), SortType.TEXT, ascending));
                };
            case RunSort.Time time ->
                switch (time.attribute()) {
                    case START_TIME -> List.of(column("r.start_time", SortType.LONG, ascending));
                    case END_TIME -> missingLast("r.end_time", "0", SortType.LONG, ascending);
                };
        };
    }

    private static List<SortColumn> missingLast(String value, String instead, SortType type, boolean ascending) {
        return List.of(
                SortColumn.ascending("(" + value + " IS NULL)::int::bigint", SortType.LONG),
                column("coalesce(" + value + ", " + instead + ")", type, ascending));
    }

    private static SortColumn column(String expression, SortType type, boolean ascending) {
        return new SortColumn(Sql.text(expression), type, ascending);
    }
}
