package io.runstream.query.projection.fold.registry;

import io.runstream.api.registry.ModelStage;
import io.runstream.query.projection.fold.overlay.Overlay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The part of the registry that a batch works on: what was loaded, and what its events have made of it so far.
 *
 * <p>Not all versions of a model are loaded. Those of a stage are known well enough to tell its latest one, since more
 * were loaded than the batch can take out of the stage; what happens to all is kept as a {@link VersionSweep} for those
 * that are not loaded.
 */
public final class RegistryState {
    private final Overlay<Long, RegisteredModelRow> models;
    private final Overlay<ModelVersionKey, ModelVersionRow> versions;
    private final Map<String, Long> registrationByName = new HashMap<>();
    private final Map<Long, TreeMap<Integer, ModelVersionKey>> known = new HashMap<>();
    private final Map<Long, VersionSweep> sweeps = new LinkedHashMap<>();

    public RegistryState(LoadedRegistry loaded) {
        this.models = new Overlay<>(loaded.models());
        this.versions = new Overlay<>(loaded.versions());
        loaded.models().values().forEach(model -> registrationByName.put(model.name(), model.registration()));
        loaded.versions().keySet().forEach(this::remember);
    }

    private void remember(ModelVersionKey key) {
        known.computeIfAbsent(key.registration(), registration -> new TreeMap<>())
                .put(key.version(), key);
    }

    @Nullable
    RegisteredModelRow model(String name) {
        Long registration = registrationByName.get(name);
        return registration == null ? null : models.get(registration);
    }

    void put(RegisteredModelRow row) {
        RegisteredModelRow before = models.get(row.registration());
        if (before != null) {
            registrationByName.remove(before.name());
        }
        registrationByName.put(row.name(), row.registration());
        models.put(row.registration(), row);
    }

    /** With all its versions. */
    void remove(RegisteredModelRow row) {
        registrationByName.remove(row.name());
        models.remove(row.registration());
        knownOf(row.registration()).forEach(version -> versions.remove(version.key()));
        sweeps.remove(row.registration());
    }

    @Nullable
    ModelVersionRow version(RegisteredModelRow model, int version) {
        return versions.get(new ModelVersionKey(model.registration(), version));
    }

    void put(ModelVersionRow row) {
        remember(row.key());
        versions.put(row.key(), row);
    }

    void remove(ModelVersionRow row) {
        versions.remove(row.key());
    }

    /** Per stage that has versions, the one with the greatest number; in the order of their numbers. */
    List<ModelVersionRow> latestVersions(RegisteredModelRow model) {
        Map<ModelStage, ModelVersionRow> latest = new HashMap<>();
        knownOf(model.registration()).forEach(version -> latest.put(version.stage(), version));
        return latest.values().stream()
                .sorted(Comparator.comparingInt(row -> row.key().version()))
                .toList();
    }

    /** @param stage null for any */
    Optional<ModelVersionRow> latestVersion(RegisteredModelRow model, @Nullable ModelStage stage) {
        return latestVersions(model).stream()
                .filter(version -> stage == null || version.stage() == stage)
                .reduce((lesser, greater) -> greater);
    }

    void touchVersions(RegisteredModelRow model, long acceptedAt) {
        sweep(model, sweep -> sweep.touched(acceptedAt));
        knownOf(model.registration()).forEach(version -> put(version.touched(acceptedAt)));
    }

    /** @param stage an active one */
    void archiveOthers(ModelVersionRow staying, RegisteredModelRow model, ModelStage stage, long acceptedAt) {
        sweep(
                model,
                sweep -> stage == ModelStage.STAGING
                        ? sweep.stagingArchived(acceptedAt)
                        : sweep.productionArchived(acceptedAt));
        knownOf(model.registration()).stream()
                .filter(version -> version.stage() == stage && !version.key().equals(staying.key()))
                .forEach(version -> put(version.in(ModelStage.ARCHIVED, acceptedAt)));
    }

    private void sweep(RegisteredModelRow model, UnaryOperator<VersionSweep> change) {
        sweeps.put(
                model.registration(),
                change.apply(sweeps.getOrDefault(model.registration(), VersionSweep.none(model.registration()))));
    }

    /** In the order of their numbers. */
    private List<ModelVersionRow> knownOf(long registration) {
        List<ModelVersionRow> rows = new ArrayList<>();
        for (ModelVersionKey key :
                known.getOrDefault(registration, new TreeMap<>()).values()) {
            ModelVersionRow row = versions.get(key);
            if (row != null) {
                rows.add(row);
            }
        }
        return rows;
    }

    public RegistryChanges changes() {
        Map<ModelVersionKey, ModelVersionRow> written = versions.written();
        // A sweep does not know which rows the batch has seen: each of them has to be written after it.
        for (Long registration : sweeps.keySet()) {
            knownOf(registration).forEach(version -> written.put(version.key(), version));
        }
        return new RegistryChanges(
                models.removed(),
                models.written().values(),
                List.copyOf(sweeps.values()),
                versions.removed(),
                written.values());
    }
}
