package io.runstream.query.projection.store;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.runstream.query.projection.fold.registry.ModelVersionKey;
import io.runstream.query.projection.fold.registry.ModelVersionRow;
import io.runstream.query.projection.fold.registry.RegisteredModelRow;
import io.runstream.query.projection.fold.registry.VersionSweep;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.Map;

/** Rows of the model registry to parameters. */
final class RegistryWrites {
    private RegistryWrites() {}

    static Tuple registrations(Collection<Long> registrations) {
        return Tuple.tuple().addArrayOfLong(registrations.toArray(Long[]::new));
    }

    static Tuple models(Collection<RegisteredModelRow> rows) {
        return Tuple.tuple()
                .addArrayOfLong(Column.longs(rows, RegisteredModelRow::registration))
                .addArrayOfString(Column.texts(rows, RegisteredModelRow::name))
                .addArrayOfString(Column.texts(rows, RegisteredModelRow::description))
                .addArrayOfLong(Column.longs(rows, RegisteredModelRow::creationTime))
                .addArrayOfLong(Column.longs(rows, RegisteredModelRow::lastUpdateTime))
                .addArrayOfInteger(Column.ints(rows, RegisteredModelRow::lastVersion))
                .addArrayOfString(Column.texts(rows, row -> texts(row.tags())))
                .addArrayOfString(Column.texts(rows, row -> numbers(row.aliases())));
    }

    static Tuple sweeps(Collection<VersionSweep> sweeps) {
        return Tuple.tuple()
                .addArrayOfLong(Column.longs(sweeps, VersionSweep::registration))
                .addArrayOfLong(Column.longs(sweeps, VersionSweep::touchedAt))
                .addArrayOfLong(Column.longs(sweeps, VersionSweep::stagingArchivedAt))
                .addArrayOfLong(Column.longs(sweeps, VersionSweep::productionArchivedAt));
    }

    static Tuple versionKeys(Collection<ModelVersionKey> keys) {
        return Tuple.tuple()
                .addArrayOfLong(Column.longs(keys, ModelVersionKey::registration))
                .addArrayOfInteger(Column.ints(keys, ModelVersionKey::version));
    }

    static Tuple versions(Collection<ModelVersionRow> rows) {
        return versionKeys(rows.stream().map(ModelVersionRow::key).toList())
                .addArrayOfLong(Column.longs(rows, ModelVersionRow::creationTime))
                .addArrayOfLong(Column.longs(rows, ModelVersionRow::lastUpdateTime))
                .addArrayOfShort(
                        rows.stream().map(row -> (short) row.stage().number()).toArray(Short[]::new))
                .addArrayOfString(Column.texts(rows, ModelVersionRow::description))
                .addArrayOfString(Column.texts(rows, ModelVersionRow::source))
                .addArrayOfString(Column.texts(rows, ModelVersionRow::storageLocation))
                .addArrayOfString(Column.texts(rows, ModelVersionRow::runId))
                .addArrayOfString(Column.texts(rows, ModelVersionRow::runLink))
                .addArrayOfString(Column.texts(rows, ModelVersionRow::modelId))
                .addArrayOfString(Column.texts(rows, row -> texts(row.tags())));
    }

    private static String texts(Map<String, String> values) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        values.forEach(object::put);
        return object.toString();
    }

    private static String numbers(Map<String, Integer> values) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        values.forEach(object::put);
        return object.toString();
    }
}
