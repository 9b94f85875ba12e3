package io.runstream.query.projection.fold.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** The tag in which a logged model lists the versions of registered models that were made of it. */
public final class ModelVersionsTag {
    public static final String KEY = "mlflow.modelVersions";

    private static final ObjectMapper JSON = new ObjectMapper();

    private ModelVersionsTag() {}

    /**
     * @param tag null if the model has none; one that a client filled with something else is begun anew
     * @param name of the registered model
     * @return a list of JSON with that version in it, once
     */
    public static String add(@Nullable String tag, String name, int version) {
        ArrayNode versions = read(tag);
        ObjectNode added = JSON.createObjectNode().put("name", name).put("version", version);
        for (JsonNode known : versions) {
            if (known.equals(added)) {
                return versions.toString();
            }
        }
        return versions.add(added).toString();
    }

    private static ArrayNode read(@Nullable String tag) {
        try {
            return tag != null && JSON.readTree(tag) instanceof ArrayNode versions ? versions : JSON.createArrayNode();
        } catch (JsonProcessingException e) {
            return JSON.createArrayNode();
        }
    }
}
