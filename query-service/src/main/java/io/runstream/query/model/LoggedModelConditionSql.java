package io.runstream.query.model;

import io.runstream.query.search.LabelSql;
import io.runstream.query.search.Sql;
import java.util.ArrayList;
import java.util.List;

/**
 * The conditions of a search of logged models as SQL, where {@code m} is the model.
 *
 * <p>OFFSET 0 keeps Postgres from turning the subqueries into joins, for which it would try all orders.
 */
final class LoggedModelConditionSql {
    private LoggedModelConditionSql() {}

    /** Datasets narrow what metrics are looked at; if no metric is asked for, any on one of them will do. */
    static List<Sql> of(SearchLoggedModelsRequest request) {
        List<Sql> conditions = new ArrayList<>();
        boolean measured = false;
        for (LoggedModelCondition condition : request.conditions()) {
            measured |= condition instanceof LoggedModelCondition.Metric;
            conditions.add(of(condition, request.datasets()));
        }
        if (!measured && !request.datasets().isEmpty()) {
            conditions.add(pointExists(DatasetScope.anyOf(request.datasets())));
        }
        return conditions;
    }

    private static Sql of(LoggedModelCondition condition, List<DatasetScope> datasets) {
        return switch (condition) {
            case LoggedModelCondition.Metric metric -> metricTest(metric, datasets);
            case LoggedModelCondition.Param param -> param.test().sql(LabelSql.value("m.params", param.key()));
            case LoggedModelCondition.Tag tag -> tag.test().sql(LabelSql.value("m.tags", tag.key()));
            case LoggedModelCondition.Text text ->
                text.test().sql(text.attribute().column());
            case LoggedModelCondition.Time time ->
                time.test().sqlOfLong(time.attribute().column());
        };
    }

    private static Sql metricTest(LoggedModelCondition.Metric metric, List<DatasetScope> datasets) {
        Sql point = Sql.text("x.key = ")
                .plus(Sql.param(metric.key()))
                .plus(" AND ")
                .plus(metric.test().sqlOfDoubleOrNaN(Sql.text("x.value")));
        return pointExists(datasets.isEmpty() ? point : point.plus(" AND ").plus(DatasetScope.anyOf(datasets)));
    }

    private static Sql pointExists(Sql condition) {
        return Sql.text("EXISTS (SELECT FROM logged_model_metric x WHERE x.model_id = m.model_id AND ")
                .plus(condition)
                .plus(" OFFSET 0)");
    }
}
