package io.runstream.query.projection.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.runstream.id.LoggedModelId;
import io.runstream.query.projection.fold.model.LoggedModelRow;
import io.vertx.mutiny.sqlclient.Row;
import java.io.UncheckedIOException;
import java.util.Map;

/** Rows of logged models, as {@link Sql#LOAD_MODELS} gives them. */
final class ModelReads {
    private static final TypeReference<Map<String, String>> LABELS = new TypeReference<>() {};

    /** What was stored is read, however long. */
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build());

    private ModelReads() {}

    static LoggedModelId id(Row row) {
        return LoggedModelId.parse(row.getString(0));
    }

    static LoggedModelRow row(Row row) {
        return new LoggedModelRow(
                id(row),
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getShort(6),
                row.getBoolean(7),
                row.getLong(8),
                row.getLong(9),
                labels(row.getString(10)),
                labels(row.getString(11)));
    }

    private static Map<String, String> labels(String json) {
        try {
            return JSON.readValue(json, LABELS);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
