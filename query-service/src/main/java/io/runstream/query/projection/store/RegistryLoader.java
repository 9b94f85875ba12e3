package io.runstream.query.projection.store;

import io.runstream.api.registry.ModelStage;
import io.runstream.query.projection.fold.registry.LoadedRegistry;
import io.runstream.query.projection.fold.registry.ModelVersionKey;
import io.runstream.query.projection.fold.registry.ModelVersionRow;
import io.runstream.query.projection.fold.registry.RegisteredModelRow;
import io.runstream.query.projection.fold.registry.RegistryNeeds;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Loads what a batch must see of the model registry. */
final class RegistryLoader {
    private RegistryLoader() {}

    static Uni<LoadedRegistry> load(PgSession session, RegistryNeeds needs) {
        if (needs.isNothing()) {
            return Uni.createFrom().item(LoadedRegistry.NOTHING);
        }
        Tuple names = Tuple.tuple().addArrayOfString(needs.names().toArray(String[]::new));
        return Uni.combine()
                .all()
                .unis(
                        session.execute(Sql.LOAD_REGISTERED_MODELS, names),
                        session.execute(Sql.LOAD_MODEL_VERSIONS, versions(needs)))
                .with((models, versions) -> new LoadedRegistry(
                        RowIndex.of(models, row -> row.getLong(0), RegistryLoader::model),
                        RowIndex.of(versions, RegistryLoader::key, RegistryLoader::version)));
    }

    private static Tuple versions(RegistryNeeds needs) {
        List<String> names = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        for (Map.Entry<String, Set<Integer>> ofName : needs.versions().entrySet()) {
            for (Integer number : ofName.getValue()) {
                names.add(ofName.getKey());
                numbers.add(number);
            }
        }
        return Tuple.tuple()
                .addArrayOfString(names.toArray(String[]::new))
                .addArrayOfInteger(numbers.toArray(Integer[]::new))
                .addArrayOfString(needs.latest().toArray(String[]::new))
                .addInteger(needs.depth())
                .addArrayOfString(needs.aliased().toArray(String[]::new));
    }

    private static RegisteredModelRow model(Row row) {
        return new RegisteredModelRow(
                row.getLong(0),
                row.getString(1),
                row.getString(2),
                row.getLong(3),
                row.getLong(4),
                row.getInteger(5),
                texts(row.getJsonObject(6)),
                numbers(row.getJsonObject(7)));
    }

    private static ModelVersionKey key(Row row) {
        return new ModelVersionKey(row.getLong(0), row.getInteger(1));
    }

    private static ModelVersionRow version(Row row) {
        return new ModelVersionRow(
                key(row),
                row.getLong(2),
                row.getLong(3),
                ModelStage.of(row.getShort(4)),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                texts(row.getJsonObject(11)));
    }

    private static SortedMap<String, String> texts(JsonObject object) {
        SortedMap<String, String> texts = new TreeMap<>();
        object.fieldNames().forEach(key -> texts.put(key, object.getString(key)));
        return texts;
    }

    private static SortedMap<String, Integer> numbers(JsonObject object) {
        SortedMap<String, Integer> numbers = new TreeMap<>();
        object.fieldNames().forEach(key -> numbers.put(key, object.getInteger(key)));
        return numbers;
    }
}
