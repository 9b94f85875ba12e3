package io.runstream.api.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.runstream.api.request.RequestFields;
import io.runstream.error.LoggedModelErrors;
import java.util.List;

/**
 * {@code runs/log-model}, which clients before MLflow 3 call when they have stored a model as a run's artifact.
 *
 * @param model what the run's tag shows of it: where it is, and what it can be loaded with
 */
public record LogModelRequest(String runId, ObjectNode model) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final List<String> MANDATORY = List.of("artifact_path", "flavors", "run_id", "utc_time_created");
    private static final List<String> SHOWN = List.of("run_id", "artifact_path", "utc_time_created", "model_uuid");

    public static LogModelRequest from(RequestFields fields) {
        String runId = fields.requiredString("run_id");
        String text = fields.requiredString("model_json");
        JsonNode model = parse(text);
        List<String> missing =
                MANDATORY.stream().filter(field -> !model.has(field)).toList();
        if (!missing.isEmpty()) {
            throw LoggedModelErrors.modelJsonIncomplete(missing);
        }
        return new LogModelRequest(runId, shown(model));
    }

    private static JsonNode parse(String text) {
        try {
            JsonNode model = JSON.readTree(text);
            if (model.isObject()) {
                return model;
            }
        } catch (JsonProcessingException e) {
            throw LoggedModelErrors.malformedModelJson(text);
        }
        throw LoggedModelErrors.malformedModelJson(text);
    }

    private static ObjectNode shown(JsonNode model) {
        ObjectNode shown = JSON.createObjectNode();
        SHOWN.stream().filter(model::has).forEach(field -> shown.set(field, model.get(field)));
        ObjectNode flavors = shown.putObject("flavors");
        model.get("flavors")
                .fields()
                .forEachRemaining(flavor -> flavors.set(flavor.getKey(), withoutConfig(flavor.getValue())));
        return shown;
    }

    /** A flavor's configuration may be long, and stands in the model's own file. */
    private static JsonNode withoutConfig(JsonNode flavor) {
        return flavor.isObject() ? ((ObjectNode) flavor).without("config") : flavor;
    }
}
