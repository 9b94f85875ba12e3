package io.runstream.query.projection.fold.registry;

import io.runstream.event.v1.ModelVersionReference;
import io.runstream.event.v1.TrackingEvent;
import io.runstream.query.projection.event.ForeignEventException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The keys of the registry's rows that a batch must see before it can be folded.
 *
 * <p>While a batch renames models, a name may mean one model at its beginning and another at its end: then everything is
 * needed of every name.
 */
public final class RegistryNeeds {
    private final Set<String> names = new HashSet<>();
    private final Map<String, Set<Integer>> versions = new HashMap<>();
    private final Set<String> latest = new HashSet<>();
    private final Set<String> aliased = new HashSet<>();
    private int departures;
    private boolean renaming;

    /** @param event one under the key of the registry */
    public void add(TrackingEvent event) {
        switch (event.getEventCase()) {
            case CREATE_REGISTERED_MODEL ->
                names.add(event.getCreateRegisteredModel().getName());
            case RENAME_REGISTERED_MODEL -> {
                renaming = true;
                latest.add(event.getRenameRegisteredModel().getName());
                names.add(event.getRenameRegisteredModel().getNewName());
            }
            case UPDATE_REGISTERED_MODEL ->
                latest.add(event.getUpdateRegisteredModel().getName());
            case DELETE_REGISTERED_MODEL ->
                names.add(event.getDeleteRegisteredModel().getName());
            case SET_REGISTERED_MODEL_TAG ->
                names.add(event.getSetRegisteredModelTag().getName());
            case DELETE_REGISTERED_MODEL_TAG ->
                names.add(event.getDeleteRegisteredModelTag().getName());
            case SET_REGISTERED_MODEL_ALIAS -> {
                var command = event.getSetRegisteredModelAlias();
                addVersion(command.getName(), command.getVersion());
            }
            case DELETE_REGISTERED_MODEL_ALIAS ->
                names.add(event.getDeleteRegisteredModelAlias().getName());
            case CREATE_MODEL_VERSION -> {
                names.add(event.getCreateModelVersion().getName());
                if (event.getCreateModelVersion().hasCopied()) {
                    addReference(event.getCreateModelVersion().getCopied());
                }
            }
            case UPDATE_MODEL_VERSION -> {
                var command = event.getUpdateModelVersion();
                addVersion(command.getName(), command.getVersion());
            }
            case TRANSITION_MODEL_VERSION_STAGE -> {
                var command = event.getTransitionModelVersionStage();
                addVersion(command.getName(), command.getVersion());
                departures++;
            }
            case DELETE_MODEL_VERSION -> {
                var command = event.getDeleteModelVersion();
                addVersion(command.getName(), command.getVersion());
                departures++;
            }
            case SET_MODEL_VERSION_TAG -> {
                var command = event.getSetModelVersionTag();
                addVersion(command.getName(), command.getVersion());
            }
            case DELETE_MODEL_VERSION_TAG -> {
                var command = event.getDeleteModelVersionTag();
                addVersion(command.getName(), command.getVersion());
            }
            default -> throw new ForeignEventException(event);
        }
    }

    private void addVersion(String name, int version) {
        versions.computeIfAbsent(name, key -> new HashSet<>()).add(version);
    }

    private void addReference(ModelVersionReference reference) {
        switch (reference.getVersionCase()) {
            case NUMBER -> addVersion(reference.getName(), reference.getNumber());
            case ALIAS -> aliased.add(reference.getName());
            case LATEST_IN, VERSION_NOT_SET -> latest.add(reference.getName());
        }
    }

    /** Whose bearers must be known. */
    public Set<String> names() {
        Set<String> all = new HashSet<>(names);
        all.addAll(versions.keySet());
        all.addAll(latest);
        all.addAll(aliased);
        return all;
    }

    /** By the name of their model, the numbers of versions that must be known. */
    public Map<String, Set<Integer>> versions() {
        if (!renaming) {
            return versions;
        }
        Set<Integer> numbers = new HashSet<>();
        versions.values().forEach(numbers::addAll);
        Map<String, Set<Integer>> all = new HashMap<>();
        names().forEach(name -> all.put(name, numbers));
        return all;
    }

    /** The models of which the {@link #depth} greatest versions of each stage must be known. */
    public Set<String> latest() {
        return renaming ? names() : latest;
    }

    /** One more than the versions that the batch may take out of a stage one by one. */
    public int depth() {
        return departures + 1;
    }

    /** The models of which every version that has an alias must be known. */
    public Set<String> aliased() {
        return renaming && !aliased.isEmpty() ? names() : aliased;
    }

    public boolean isNothing() {
        return names().isEmpty();
    }
}
