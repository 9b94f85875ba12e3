package io.runstream.query.run;

import io.runstream.query.search.Comparison;
import io.runstream.query.search.Sql;
import io.runstream.query.search.TextTest;
import io.runstream.query.search.ViewType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs that indexes know: statements that select {@code run_id}. */
final class RunCandidatesSql {
    /** Each costs a look into an index. */
    private static final int MOST = 3;

    private RunCandidatesSql() {}

    /** Who meets what the request asks, each thing by itself, as far as indexes know. No statement gives a run twice. */
    static List<Sql> of(RunPageParts parts) {
        Stream<Sql> deleted =
                parts.request().view() == ViewType.DELETED_ONLY ? Stream.of(deleted(parts)) : Stream.empty();
        Stream<Sql> met =
                parts.request().conditions().stream().map(RunCandidatesSql::of).flatMap(Optional::stream);
        return Stream.concat(deleted, met).limit(MOST).toList();
    }

    /** By themselves or by their experiment; not all of them count as deleted. */
    private static Sql deleted(RunPageParts parts) {
        return parts.allRuns()
                .plus(" AND deleted UNION ALL SELECT r.run_id FROM experiment e JOIN run r USING (experiment_id)"
                        + " WHERE e.deleted AND NOT r.deleted AND ")
                .plus(parts.inExperiments());
    }

    private static Optional<Sql> of(RunCondition condition) {
        return switch (condition) {
            case RunCondition.Metric metric -> ofMetric(metric);
            case RunCondition.Param param -> ofLabel("params", param.key(), param.test());
            case RunCondition.Tag tag -> ofLabel("tags", tag.key(), tag.test());
            case RunCondition.HasParam param -> Optional.empty();
            case RunCondition.HasTag tag -> Optional.empty();
            case RunCondition.Text text -> Optional.empty();
            case RunCondition.Time time -> Optional.empty();
            case RunCondition.Dataset dataset -> Optional.empty();
        };
    }

    /** All that is unlike one value is no range of an index. */
    private static Optional<Sql> ofMetric(RunCondition.Metric metric) {
        return metric.test().comparison() == Comparison.NOT_EQUAL
                ? Optional.empty()
                : Optional.of(Sql.text("SELECT run_id FROM metric_latest WHERE key = ")
                        .plus(Sql.param(metric.key()))
                        .plus(" AND ")
                        .plus(metric.test().sqlOfDoubleOrNaN(Sql.text("value"))));
    }

    private static Optional<Sql> ofLabel(String column, String key, TextTest test) {
        return test instanceof TextTest.Equal equal
                ? Optional.of(Sql.text("SELECT run_id FROM run WHERE " + column + " @> jsonb_build_object(")
                        .plus(Sql.param(key))
                        .plus("::text, ")
                        .plus(Sql.param(equal.value()))
                        .plus("::text)"))
                : Optional.empty();
    }
}
