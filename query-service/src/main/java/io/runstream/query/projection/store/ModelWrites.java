package io.runstream.query.projection.store;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.runstream.query.projection.fold.model.LoggedModelRow;
import io.runstream.query.projection.fold.model.ModelMetricRow;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.Map;

/** Rows of logged models and their metrics to parameters. */
final class ModelWrites {
    private ModelWrites() {}

    static Tuple models(Collection<LoggedModelRow> rows) {
        return Tuple.tuple()
                .addArrayOfString(Column.texts(rows, row -> row.modelId().toString()))
                .addArrayOfLong(Column.longs(rows, LoggedModelRow::experimentId))
                .addArrayOfString(Column.texts(rows, LoggedModelRow::name))
                .addArrayOfString(Column.texts(rows, LoggedModelRow::modelType))
                .addArrayOfString(Column.texts(rows, LoggedModelRow::sourceRunId))
                .addArrayOfString(Column.texts(rows, LoggedModelRow::artifactUri))
                .addArrayOfShort(rows.stream().map(row -> (short) row.status()).toArray(Short[]::new))
                .addArrayOfBoolean(rows.stream().map(LoggedModelRow::deleted).toArray(Boolean[]::new))
                .addArrayOfLong(Column.longs(rows, LoggedModelRow::createdAt))
                .addArrayOfLong(Column.longs(rows, LoggedModelRow::updatedAt))
                .addArrayOfString(Column.texts(rows, row -> object(row.params())))
                .addArrayOfString(Column.texts(rows, row -> object(row.tags())));
    }

    private static String object(Map<String, String> values) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        values.forEach(object::put);
        return object.toString();
    }

    static Tuple metrics(Collection<ModelMetricRow> rows) {
        return Tuple.tuple()
                .addArrayOfString(Column.texts(rows, ModelMetricRow::modelId))
                .addArrayOfString(Column.texts(rows, ModelMetricRow::key))
                .addArrayOfLong(Column.longs(rows, ModelMetricRow::timestamp))
                .addArrayOfLong(Column.longs(rows, ModelMetricRow::step))
                .addArrayOfUUID(Column.uuids(rows, ModelMetricRow::runId))
                .addArrayOfDouble(rows.stream().map(ModelMetricRow::value).toArray(Double[]::new))
                .addArrayOfString(Column.texts(rows, ModelMetricRow::datasetName))
                .addArrayOfString(Column.texts(rows, ModelMetricRow::datasetDigest));
    }
}
