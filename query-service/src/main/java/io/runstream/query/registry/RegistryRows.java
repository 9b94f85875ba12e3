package io.runstream.query.registry;

import io.runstream.api.registry.ModelStage;
import io.runstream.api.registry.ModelVersion;
import io.runstream.api.registry.RegisteredModel;
import io.runstream.query.search.Labels;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;

/** From rows to what goes onto the wire. */
final class RegistryRows {
    private RegistryRows() {}

    static RegisteredModel model(Row row, List<ModelVersion> latestVersions) {
        JsonObject aliases = aliases(row);
        return new RegisteredModel(
                row.getString("name"),
                row.getLong("creation_time"),
                row.getLong("last_update_time"),
                row.getString("description"),
                latestVersions,
                Labels.sorted(row.getString("tags")),
                aliases.fieldNames().stream()
                        .sorted()
                        .map(alias -> new RegisteredModel.Alias(
                                alias, aliases.getInteger(alias).toString()))
                        .toList());
    }

    static ModelVersion version(Row row, List<String> aliases) {
        return new ModelVersion(
                row.getString("name"),
                row.getInteger("version").toString(),
                row.getLong("creation_time"),
                row.getLong("last_update_time"),
                ModelStage.of(row.getShort("stage")).word(),
                row.getString("description"),
                row.getString("source"),
                row.getString("run_id"),
                Labels.sorted(row.getString("tags")),
                row.getString("run_link"),
                aliases);
    }

    /** The names that the row's model has for that version, in their order. */
    static List<String> aliasesOf(Row row, int version) {
        JsonObject aliases = aliases(row);
        return aliases.fieldNames().stream()
                .filter(alias -> aliases.getInteger(alias) == version)
                .sorted()
                .toList();
    }

    private static JsonObject aliases(Row row) {
        return new JsonObject(row.getString("aliases"));
    }
}
