package io.runstream.query.model;

import io.runstream.query.search.Ordering;
import io.runstream.query.search.SortColumn;
import io.runstream.query.search.SortType;
import io.runstream.query.search.Sql;
import java.util.ArrayList;
import java.util.List;

/**
 * The order of a search of logged models as SQL, where {@code m} is the model.
 *
 * @param joins the tables that the order's columns need besides
 */
record LoggedModelOrderSql(Sql joins, Ordering ordering) {

    /** The request is part of the ordering's name: MLflow refuses a token that comes with another one. */
    static LoggedModelOrderSql of(SearchLoggedModelsRequest request) {
        Sql joins = Sql.EMPTY;
        List<SortColumn> columns = new ArrayList<>();
        for (int i = 0; i < request.order().size(); i++) {
            LoggedModelSort sort = request.order().get(i);
            String table = "o" + i;
            switch (sort.key()) {
                case LoggedModelSort.Metric metric -> {
                    joins = joins.plus(latestOf(metric, table));
                    columns.addAll(columns(table + ".value", sort.ascending()));
                }
                case LoggedModelSort.Attribute(var attribute) -> columns.add(column(attribute, sort.ascending()));
            }
        }
        columns.add(SortColumn.ascending("m.model_id", SortType.TEXT));
        String description = List.of(request.experiments(), request.conditions(), request.datasets(), request.order())
                .toString();
        return new LoggedModelOrderSql(joins, Ordering.of(description, columns));
    }

    private static SortColumn column(LoggedModelAttribute attribute, boolean ascending) {
        return switch (attribute) {
            // To MLflow it is a number: pending models stand before those that are ready, and failed ones at the end.
            case STATUS -> new SortColumn(Sql.text("m.status::bigint"), SortType.LONG, ascending);
            case CREATION_TIMESTAMP, LAST_UPDATED_TIMESTAMP ->
                new SortColumn(attribute.column(), SortType.LONG, ascending);
            case NAME, MODEL_ID, MODEL_TYPE, SOURCE_RUN_ID ->
                new SortColumn(attribute.column(), SortType.TEXT, ascending);
        };
    }

    /** MLflow's latest, and of those of one run and moment the greatest value. */
    private static Sql latestOf(LoggedModelSort.Metric metric, String table) {
        return Sql.text(" LEFT JOIN LATERAL (SELECT x.value FROM logged_model_metric x"
                        + " WHERE x.model_id = m.model_id AND x.key = ")
                .plus(Sql.param(metric.key()))
                .plus(" AND ")
                .plus(metric.scope().sql())
                .plus(" ORDER BY x.timestamp DESC, x.step DESC, x.run_id, x.value DESC LIMIT 1) " + table + " ON TRUE");
    }

    private static List<SortColumn> columns(String value, boolean ascending) {
        return List.of(
                SortColumn.ascending(
                        "(CASE WHEN " + value + " IS NULL THEN 2 WHEN " + value + " = 'NaN' THEN 1 ELSE 0 END)::bigint",
                        SortType.LONG),
                new SortColumn(Sql.text("coalesce(nullif(" + value + ", 'NaN'), 0)"), SortType.DOUBLE, ascending));
    }
}
