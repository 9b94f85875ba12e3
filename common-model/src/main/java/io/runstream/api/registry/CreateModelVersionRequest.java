package io.runstream.api.registry;

import io.runstream.api.KeyValue;
import io.runstream.api.request.RequestFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code model-versions/create}.
 *
 * @param runId null if the request has none: copies tell that from an empty one
 * @param modelId null if the request has none
 * @param tags with distinct keys
 */
public record CreateModelVersionRequest(
        String name,
        ModelSource source,
        @Nullable String runId,
        @Nullable String modelId,
        String runLink,
        String description,
        List<KeyValue> tags) {

    public static CreateModelVersionRequest from(RequestFields fields) {
        String name = fields.requiredString("name");
        String source = fields.requiredString("source");
        List<KeyValue> tags = RegistryFields.versionTags(fields);
        return new CreateModelVersionRequest(
                RegistryFields.name(fields),
                PromptTags.isPrompt(tags) ? ModelSource.ofPrompt(source) : ModelSource.parse(source),
                fields.optionalString("run_id"),
                fields.optionalString("model_id"),
                fields.string("run_link", ""),
                fields.string("description", ""),
                tags);
    }
}
