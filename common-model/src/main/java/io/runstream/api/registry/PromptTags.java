package io.runstream.api.registry;

import io.runstream.api.KeyValue;
import java.util.List;
import java.util.Set;

/** Prompts are registered models with a tag. */
public final class PromptTags {
    public static final String IS_PROMPT = "mlflow.prompt.is_prompt";

    /** What stands where a model would have its files. */
    public static final Set<String> SOURCES = Set.of("dummy-source", "prompt-template");

    private PromptTags() {}

    /** Whether a model or version with these tags is a prompt: the value counts. */
    public static boolean isPrompt(List<KeyValue> tags) {
        return tags.stream()
                .anyMatch(tag -> tag.key().equals(IS_PROMPT) && tag.value().equalsIgnoreCase("true"));
    }
}
