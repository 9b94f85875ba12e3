package io.runstream.api.registry;

import io.runstream.error.RegistryErrors;
import java.util.Arrays;
import java.util.List;

/** Where a version stands on its way into use. The older way of saying so; the newer one is aliases. */
public enum ModelStage {
    NONE("None"),
    STAGING("Staging"),
    PRODUCTION("Production"),
    ARCHIVED("Archived");

    /** In MLflow's order. */
    public static final List<String> WORDS =
            Arrays.stream(values()).map(ModelStage::word).toList();

    private final String word;

    ModelStage(String word) {
        this.word = word;
    }

    /**
     * Upper and lower case are the same.
     *
     * @throws io.runstream.error.ApiException 400 for any other word
     */
    public static ModelStage parse(String text) {
        for (ModelStage stage : values()) {
            if (stage.word.equalsIgnoreCase(text)) {
                return stage;
            }
        }
        throw RegistryErrors.unknownStage(text, WORDS);
    }

    /**
     * @param number of {@code ModelStage} in model_registry.proto, and in Postgres
     * @throws IllegalArgumentException if it is none
     */
    public static ModelStage of(int number) {
        if (number < 1 || number > values().length) {
            throw new IllegalArgumentException("No stage: " + number);
        }
        return values()[number - 1];
    }

    /** As in model_registry.proto. */
    public int number() {
        return ordinal() + 1;
    }

    /** On the wire. */
    public String word() {
        return word;
    }

    /** Whether versions in it are in use, so that a new one may take their place. */
    public boolean isActive() {
        return this == STAGING || this == PRODUCTION;
    }
}
