package io.runstream.query.projection.fold.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tag in which clients before MLflow 3 keep what models a run logged: a list of JSON. */
public final class ModelHistory {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ModelHistory() {}

    /**
     * @param history null if the run has none
     * @param model an object
     * @return the history with the model at its end; empty if it, or the model, can't be read
     */
    public static Optional<String> add(@Nullable String history, String model) {
        try {
            if (JSON.readTree(history == null ? "[]" : history) instanceof ArrayNode models) {
                return Optional.of(models.add(JSON.readTree(model)).toString());
            }
            return Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
