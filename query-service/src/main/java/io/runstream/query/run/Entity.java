package io.runstream.query.run;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What of a run a filter or an order can name. */
enum Entity {
    METRIC("metric", "metrics"),
    PARAM("parameter", "parameters", "param", "params"),
    TAG("tag", "tags"),
    ATTRIBUTE("attribute", "attributes", "attr", "run"),
    DATASET("dataset", "datasets");

    private static final Map<String, Entity> BY_PREFIX = byPrefix();

    private final String word;
    private final String[] aliases;

    Entity(String word, String... aliases) {
        this.word = word;
        this.aliases = aliases;
    }

    /** In MLflow's messages. */
    String word() {
        return word;
    }

    /** Upper and lower case differ. */
    static Optional<Entity> find(String prefix) {
        return Optional.ofNullable(BY_PREFIX.get(prefix));
    }

    private static Map<String, Entity> byPrefix() {
        Map<String, Entity> entities = new HashMap<>();
        for (Entity entity : values()) {
            entities.put(entity.word, entity);
            for (String alias : entity.aliases) {
                entities.put(alias, entity);
            }
        }
        return Map.copyOf(entities);
    }
}
