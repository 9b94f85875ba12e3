package io.runstream.query.run;

import io.runstream.query.search.Sql;
import java.util.ArrayList;
import java.util.List;

/**
 * The statement that finds a page of runs.
 *
 * <p>Which way is the cheapest depends on how many runs meet the conditions, and no statistics tell that of the values of
 * one metric or of one experiment. So the statement looks: it reads from an index who meets a condition, up to a bound. If
 * these are few, it goes on with them and sorts. If they are many, it walks along the order, where the next page of runs
 * that meet the conditions is then not far. A part whose gate is closed is not executed.
 */
final class RunPageSql {
    private final RunPageParts parts;
    private final SearchBounds bounds;
    private final List<Sql> sets = new ArrayList<>();
    private final List<Sql> few = new ArrayList<>();
    private String gate = "TRUE";

    private RunPageSql(RunPageParts parts, SearchBounds bounds) {
        this.parts = parts;
        this.bounds = bounds;
    }

    static Sql of(RunPageParts parts, SearchBounds bounds) {
        return new RunPageSql(parts, bounds).page();
    }

    private Sql page() {
        RunCandidatesSql.of(parts).forEach(candidates -> lookAt(candidates, bounds.met()));
        Sql walk;
        if (parts.order().sorts().getFirst().key() instanceof RunSort.Metric metric) {
            lookAt(parts.allRuns(), bounds.inExperiments());
            walk = new MetricWalkSql(parts, metric).page(Sql.text(gate));
        } else {
            walk = parts.alongRuns(Sql.text(gate));
        }
        return sets.isEmpty()
                ? walk
                : Sql.text("WITH ")
                        .plus(Sql.join(", ", sets))
                        .plus(" SELECT * FROM (")
                        .plus(parts.among(Sql.join(" UNION ALL ", few)))
                        .plus(") few UNION ALL SELECT * FROM (")
                        .plus(walk)
                        .plus(") many");
    }

    /** @param bound an expression */
    private void lookAt(Sql candidates, String bound) {
        String name = "candidate_" + sets.size();
        String count = "(SELECT count(*) FROM " + name + ")";
        sets.add(Sql.text(name + " AS MATERIALIZED (").plus(candidates).plus(" LIMIT 1 + " + bound + ")"));
        few.add(Sql.text("SELECT run_id FROM " + name + " WHERE " + gate + " AND " + count + " <= " + bound));
        gate += " AND " + count + " > " + bound;
    }
}
