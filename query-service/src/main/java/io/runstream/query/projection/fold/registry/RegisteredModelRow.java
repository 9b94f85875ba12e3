package io.runstream.query.projection.fold.registry;

import io.runstream.event.v1.CreateRegisteredModel;
import io.runstream.event.v1.Tag;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A row of the table {@code registered_model}. Times are milliseconds since the epoch.
 *
 * @param registration offset of the event that created it: what its versions name it by, since its name may change
 * @param lastVersion the greatest number that a version of it ever had; 0 if it never had one
 * @param tags in order of their keys; not to be changed
 * @param aliases each with the number of a version; not to be changed
 */
public record RegisteredModelRow(
        long registration,
        String name,
        String description,
        long creationTime,
        long lastUpdateTime,
        int lastVersion,
        SortedMap<String, String> tags,
        SortedMap<String, Integer> aliases) {
    private static final String IS_PROMPT = "mlflow.prompt.is_prompt";

    static RegisteredModelRow created(long registration, CreateRegisteredModel command, long acceptedAt) {
        SortedMap<String, String> tags = new TreeMap<>();
        for (Tag tag : command.getTagsList()) {
            tags.put(tag.getKey(), tag.getValue());
        }
        return new RegisteredModelRow(
                registration,
                command.getName(),
                command.getDescription(),
                acceptedAt,
                acceptedAt,
                0,
                tags,
                new TreeMap<>());
    }

    RegisteredModelRow renamed(String newName, long acceptedAt) {
        return new RegisteredModelRow(
                registration, newName, description, creationTime, later(acceptedAt), lastVersion, tags, aliases);
    }

    RegisteredModelRow described(String newDescription, long acceptedAt) {
        return new RegisteredModelRow(
                registration, name, newDescription, creationTime, later(acceptedAt), lastVersion, tags, aliases);
    }

    /** Something happened to its versions. */
    RegisteredModelRow touched(long acceptedAt) {
        return new RegisteredModelRow(
                registration, name, description, creationTime, later(acceptedAt), lastVersion, tags, aliases);
    }

    RegisteredModelRow withNextVersion(long acceptedAt) {
        return new RegisteredModelRow(
                registration, name, description, creationTime, later(acceptedAt), lastVersion + 1, tags, aliases);
    }

    RegisteredModelRow withTags(Consumer<SortedMap<String, String>> change) {
        SortedMap<String, String> changed = new TreeMap<>(tags);
        change.accept(changed);
        return new RegisteredModelRow(
                registration, name, description, creationTime, lastUpdateTime, lastVersion, changed, aliases);
    }

    RegisteredModelRow withAliases(Consumer<SortedMap<String, Integer>> change) {
        SortedMap<String, Integer> changed = new TreeMap<>(aliases);
        change.accept(changed);
        return new RegisteredModelRow(
                registration, name, description, creationTime, lastUpdateTime, lastVersion, tags, changed);
    }

    private long later(long acceptedAt) {
        return Math.max(lastUpdateTime, acceptedAt);
    }

    /** Whether its name is taken for prompts: the tag's presence counts. */
    boolean hasPromptTag() {
        return tags.containsKey(IS_PROMPT);
    }

    /** Whether its versions are prompts: the tag's value counts. */
    boolean isPrompt() {
        return "true".equalsIgnoreCase(tags.get(IS_PROMPT));
    }
}
