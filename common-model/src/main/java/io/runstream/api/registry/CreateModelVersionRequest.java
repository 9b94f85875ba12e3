package io.runstream.api.registry;

import io.runstream.api.KeyValue;
import io.runstream.api.request.RequestFields;
import io.runstream.limit.ModelNames;
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
        String uri = fields.requiredString("source");
        List<KeyValue> tags = RegistryFields.versionTags(fields);
        // MLflow looks at the source before it looks at the name.
        ModelSource source = PromptTags.isPrompt(tags) ? ModelSource.ofPrompt(uri) : ModelSource.parse(uri);
        return new CreateModelVersionRequest(
                ModelNames.check(name),
                source,
                fields.optionalString("run_id"),
                fields.optionalString("model_id"),
                fields.string("run_link", ""),
                fields.string("description", ""),
                tags);
    }
}
