package io.runstream.query.run;

import io.runstream.id.RunId;
import io.runstream.query.search.LabelSql;
import io.runstream.query.search.Sql;
import io.runstream.query.search.TextTest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A {@link RunCondition} as a condition of SQL, where {@code r} is the run.
 *
 * <p>OFFSET 0 keeps Postgres from turning the subqueries into joins, for which it would try all orders: 30 took it
 * seconds of planning, 100 took minutes. As they are, each is a look-up by primary key per run.
 */
final class RunConditionSql {
    private RunConditionSql() {}

    static Sql of(RunCondition condition) {
        return switch (condition) {
            case RunCondition.Metric metric -> metricTest(metric);
            case RunCondition.Param param -> param.test().sql(LabelSql.value("r.params", param.key()));
            case RunCondition.Tag tag -> tag.test().sql(LabelSql.value("r.tags", tag.key()));
            case RunCondition.HasParam param -> LabelSql.presence("r.params", param.key(), param.wanted());
            case RunCondition.HasTag tag -> LabelSql.presence("r.tags", tag.key(), tag.wanted());
            case RunCondition.Text text ->
                text.attribute() == TextAttribute.RUN_ID
                        ? runIdTest(text.test())
                        : text.test().sql(text.attribute().column());
            case RunCondition.Time time ->
                time.test().sqlOfLong(time.attribute().column());
            case RunCondition.Dataset dataset -> datasetTest(dataset);
        };
    }

    private static Sql metricTest(RunCondition.Metric metric) {
        return Sql.text("EXISTS (SELECT FROM metric_latest x WHERE x.run_id = r.run_id AND x.key = ")
                .plus(Sql.param(metric.key()))
                .plus(" AND ")
                .plus(metric.test().sqlOfDoubleOrNaN(Sql.text("x.value")))
                .plus(" OFFSET 0)");
    }

    private static Sql datasetTest(RunCondition.Dataset dataset) {
        return Sql.text("EXISTS (SELECT FROM run_dataset i WHERE i.run_id = r.run_id AND ")
                .plus(dataset.test().sql(dataset.attribute().column()))
                .plus(" OFFSET 0)");
    }

    /** By the primary key where that is possible. */
    private static Sql runIdTest(TextTest test) {
        return switch (test) {
            case TextTest.Equal equal -> isOneOf(List.of(equal.value()));
            case TextTest.In in -> isOneOf(in.values());
            case TextTest.NotEqual notEqual -> Sql.text("NOT ").plus(isOneOf(List.of(notEqual.value())));
            case TextTest.NotIn notIn -> Sql.text("NOT ").plus(isOneOf(notIn.values()));
            case TextTest.Like like -> like.sql(TextAttribute.RUN_ID.column());
            case TextTest.LikeIgnoringCase like -> like.sql(TextAttribute.RUN_ID.column());
        };
    }

    /** What can't be a run's id is none. */
    private static Sql isOneOf(List<String> ids) {
        UUID[] uuids = ids.stream()
                .map(RunId::find)
                .flatMap(Optional::stream)
                .map(RunId::value)
                .toArray(UUID[]::new);
        return Sql.text("r.run_id = ANY(").plus(Sql.param(uuids)).plus("::uuid[])");
    }
}
