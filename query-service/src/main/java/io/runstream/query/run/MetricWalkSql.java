package io.runstream.query.run;

import io.runstream.query.search.PageToken;
import io.runstream.query.search.Sql;
import java.util.ArrayList;
import java.util.List;

/**
 * A page of runs in the order of a metric, walking along the index of its values: first runs with a number, then, if there
 * is still room, those with NaN, then those without the metric.
 */
final class MetricWalkSql {
    private static final String FIRST = RunOrderSql.FIRST;

    /** The order's first two columns: number, NaN or missing; and the number. */
    private static final int RANK = 0;

    private static final int NUMBER = 1;
    private static final int REST = 2;
    private static final int RANK_OF_NAN = 1;

    private final RunPageParts parts;
    private final String metric;
    private final boolean ascending;

    MetricWalkSql(RunPageParts parts, RunSort.Metric metric) {
        this.parts = parts;
        this.metric = metric.key();
        this.ascending = parts.order().sorts().getFirst().ascending();
    }

    Sql page(Sql gate) {
        PageToken after = parts.request().after();
        int rank = after == null ? 0 : after.last().path(RANK).asInt();
        List<Sql> steps = new ArrayList<>();
        if (rank < RANK_OF_NAN) {
            steps.add(numbers(gate));
        }
        if (rank <= RANK_OF_NAN) {
            steps.add(withValue(Sql.text(" = 'NaN'"), room(gate, steps.size()), Sql.EMPTY));
        }
        steps.add(missing(room(gate, steps.size())));
        Sql page = Sql.text("WITH ");
        for (int i = 0; i < steps.size(); i++) {
            page = page.plus((i == 0 ? "" : ", ") + name(i) + " AS MATERIALIZED (")
                    .plus(steps.get(i))
                    .plus(")");
        }
        Sql all = Sql.text("SELECT * FROM " + name(0));
        for (int i = 1; i < steps.size(); i++) {
            all = all.plus(" UNION ALL SELECT * FROM " + name(i));
        }
        return page.plus(" SELECT * FROM (")
                .plus(all)
                .plus(") steps")
                .plus(parts.first(parts.order().ordering().orderBy()));
    }

    private Sql numbers(Sql gate) {
        String direction = FIRST + ".value" + (ascending ? " ASC" : " DESC");
        Sql start = Sql.text(" < 'NaN'");
        PageToken after = parts.request().after();
        if (after != null) {
            start = start.plus(" AND value " + (ascending ? ">= " : "<= "))
                    .plus(Sql.param(after.last().path(NUMBER).asDouble()));
        }
        return withValue(start.plus(" ORDER BY " + direction), gate, Sql.text(direction + ", "));
    }

    /**
     * @param test behind the value
     * @param orderBy before the rest of the order
     */
    private Sql withValue(Sql test, Sql gate, Sql orderBy) {
        // OFFSET 0: in the index's order, and the runs one by one.
        Sql from = Sql.text(" FROM (SELECT run_id, value FROM metric_latest " + FIRST + " WHERE key = ")
                .plus(Sql.param(metric))
                .plus(" AND value")
                .plus(test)
                .plus(" OFFSET 0) " + FIRST)
                .plus(parts.runOf(FIRST))
                .plus(parts.order().otherJoins());
        return parts.some(from, gate, orderBy.plus(parts.order().ordering().orderByExpressionsFrom(REST)));
    }

    private Sql missing(Sql gate) {
        Sql joins = Sql.text(" CROSS JOIN (SELECT NULL::double precision AS value) " + FIRST)
                .plus(parts.order().otherJoins());
        Sql absence = Sql.text("NOT EXISTS (SELECT FROM metric_latest WHERE run_id = r.run_id AND key = ")
                .plus(Sql.param(metric))
                .plus(" OFFSET 0) AND ");
        return parts.alongRuns(joins, absence.plus(gate));
    }

    /** Whether the steps before left room on the page. */
    private Sql room(Sql gate, int steps) {
        Sql room = gate;
        for (int i = 0; i < steps; i++) {
            // Each only if the one before did not fill the page by itself.
            room = room.plus(" AND (SELECT count(*) FROM " + name(i) + ") < ").plus(parts.size());
        }
        return room;
    }

    private static String name(int step) {
        return "step_" + step;
    }
}
