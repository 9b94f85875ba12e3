package io.runstream.query.projection.fold.registry;

import java.util.Map;

/** Rows as they stand before a batch: all that {@link RegistryNeeds} asked for and that exist. */
public record LoadedRegistry(Map<Long, RegisteredModelRow> models, Map<ModelVersionKey, ModelVersionRow> versions) {
    public static final LoadedRegistry NOTHING = new LoadedRegistry(Map.of(), Map.of());
}
