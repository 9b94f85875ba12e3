package io.runstream.query.graphql;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of an operation, in the form that MLflow gives it: errors are plain sentences.
 *
 * @param data null if nothing was carried out
 * @param errors null if there were none
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record GraphQlAnswer(
        @JsonProperty("data") @Nullable Object data,
        @JsonProperty("errors") @Nullable List<String> errors) {

    static GraphQlAnswer refused(String reason) {
        return new GraphQlAnswer(null, List.of(reason));
    }
}
