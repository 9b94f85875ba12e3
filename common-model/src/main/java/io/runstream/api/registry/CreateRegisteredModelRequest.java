package io.runstream.api.registry;

import io.runstream.api.KeyValue;
import io.runstream.api.request.RequestFields;
import java.util.List;

/**
 * {@code registered-models/create}.
 *
 * @param tags with distinct keys
 */
public record CreateRegisteredModelRequest(String name, String description, List<KeyValue> tags) {
    public static CreateRegisteredModelRequest from(RequestFields fields) {
        String name = RegistryFields.name(fields);
        return new CreateRegisteredModelRequest(name, fields.string("description", ""), RegistryFields.tags(fields));
    }

    /** Whether it is to be a prompt, as MLflow tells when a name is taken. */
    public boolean isPrompt() {
        return tags.stream().anyMatch(tag -> tag.key().equals(PromptTags.IS_PROMPT));
    }
}
