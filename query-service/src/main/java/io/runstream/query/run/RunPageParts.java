package io.runstream.query.run;

import io.runstream.id.ExperimentId;
import io.runstream.query.search.Ordering;
import io.runstream.query.search.Sql;
import java.util.ArrayList;
import java.util.List;

/**
 * Statements that a search can be put together from. Each gives runs that the request asks for, in its order, as many as
 * fit on a page and one more.
 */
record RunPageParts(SearchRunsRequest request, RunOrderSql order) {

    /** @param runs a statement that selects {@code run_id}: no other runs are looked at */
    Sql among(Sql runs) {
        Sql from = Sql.text(" FROM (").plus(runs).plus(") c").plus(runOf("c")).plus(order.joins());
        return some(from, Sql.text("TRUE"), order.ordering().orderByExpressions());
    }

    /**
     * The run {@code r} and its experiment {@code e}, if that is one of those asked for. OFFSET 0: looked up one by one,
     * since statistics don't tell which experiment is a large one.
     *
     * @param table that has a {@code run_id}
     */
    Sql runOf(String table) {
        return Sql.text(" CROSS JOIN LATERAL (SELECT * FROM run WHERE run_id = " + table + ".run_id AND ")
                .plus(inExperiments())
                .plus(" OFFSET 0) r CROSS JOIN LATERAL (SELECT deleted, lifecycle_changed_at FROM experiment"
                        + " WHERE experiment_id = r.experiment_id OFFSET 0) e");
    }

    /** All runs of the experiments, in no order. */
    Sql allRuns() {
        return Sql.text("SELECT run_id FROM run WHERE ").plus(inExperiments());
    }

    /**
     * Each experiment gives as many of its first runs as fit on a page: in the default order the index has them in a row,
     * wherever the page begins.
     *
     * @param gate a condition
     */
    Sql alongRuns(Sql gate) {
        return alongRuns(order.joins(), gate);
    }

    /** @param joins in place of the order's own */
    Sql alongRuns(Sql joins, Sql gate) {
        Sql ofOneExperiment = some(
                Sql.text(" FROM run r").plus(joins),
                Sql.text("r.experiment_id = e.experiment_id AND ").plus(gate),
                order.ordering().orderByExpressions());
        return Sql.text("SELECT q.* FROM experiment e CROSS JOIN LATERAL (")
                .plus(ofOneExperiment)
                .plus(") q WHERE e.")
                .plus(inExperiments())
                .plus(first(order.ordering().orderBy()));
    }

    /**
     * @param from has the run as {@code r}, its experiment as {@code e}, and what the order needs
     * @param condition in addition to the request's own
     */
    Sql some(Sql from, Sql condition, Sql orderBy) {
        Ordering ordering = order.ordering();
        List<Sql> conditions = new ArrayList<>();
        conditions.add(condition);
        conditions.add(request.view().sql(RunSql.DELETED));
        conditions.add(ordering.after(request.after()));
        request.conditions().forEach(each -> conditions.add(RunConditionSql.of(each)));
        return Sql.text("SELECT " + RunSql.COLUMNS + ", ")
                .plus(ordering.selected())
                .plus(from)
                .plus(" WHERE ")
                .plus(Sql.join(" AND ", conditions))
                .plus(first(orderBy));
    }

    /** On {@code experiment_id}, of whatever has it. */
    Sql inExperiments() {
        return Sql.text("experiment_id = ANY(")
                .plus(Sql.longs(
                        request.experiments().stream().map(ExperimentId::value).toList()))
                .plus(")");
    }

    /** As many as fit on a page and one more. */
    Sql first(Sql orderBy) {
        return Sql.text(" ORDER BY ").plus(orderBy).plus(" LIMIT ").plus(size());
    }

    Sql size() {
        return Sql.param(request.maxResults() + 1L).plus("::bigint");
    }
}
