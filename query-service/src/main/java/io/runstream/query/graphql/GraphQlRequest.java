package io.runstream.query.graphql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.runstream.error.GraphQlErrors;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One operation to carry out, not parsed yet.
 *
 * @param operation the one of several that the text holds; null if it holds one
 */
record GraphQlRequest(
        String query,
        Map<String, Object> variables,
        @Nullable String operation) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @throws io.runstream.error.ApiException 400, for a list of requests too */
    static GraphQlRequest ofJson(byte[] body) {
        try {
            JsonNode json = JSON.readTree(body);
            if (json == null || !json.path("query").isTextual()) {
                throw GraphQlErrors.noQuery();
            }
            return new GraphQlRequest(
                    json.get("query").textValue(),
                    variables(json.path("variables")),
                    json.path("operationName").textValue());
        } catch (IOException e) {
            throw GraphQlErrors.noQuery();
        }
    }

    /** @throws io.runstream.error.ApiException 400 */
    static GraphQlRequest ofQuery(MultivaluedMap<String, String> fields) {
        String query = fields.getFirst("query");
        if (query == null) {
            throw GraphQlErrors.noQuery();
        }
        String variables = fields.getFirst("variables");
        try {
            return new GraphQlRequest(
                    query,
                    variables(variables == null ? JSON.nullNode() : JSON.readTree(variables)),
                    fields.getFirst("operationName"));
        } catch (JsonProcessingException e) {
            throw GraphQlErrors.badVariables();
        }
    }

    private static Map<String, Object> variables(JsonNode json) {
        if (json.isMissingNode() || json.isNull()) {
            return Map.of();
        }
        if (!json.isObject()) {
            throw GraphQlErrors.badVariables();
        }
        Map<String, Object> variables = new LinkedHashMap<>();
        json.properties()
                .forEach(field -> variables.put(field.getKey(), JSON.convertValue(field.getValue(), Object.class)));
        return variables;
    }
}
