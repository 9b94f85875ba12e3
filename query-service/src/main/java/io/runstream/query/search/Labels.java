package io.runstream.query.search;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.runstream.api.KeyValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads params or tags as Postgres gives them: an object of JSON, of key to text. */
public final class Labels {
    private static final String NONE = "{}";

    /** What was stored is read, however long. Keys are the callers': none are kept. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private Labels() {}

    /** In order of the keys. */
    public static List<KeyValue> sorted(String json) {
        if (json.equals(NONE)) {
            return List.of();
        }
        List<KeyValue> labels = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(json)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String key = parser.currentName();
                labels.add(new KeyValue(key, parser.nextTextValue()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        labels.sort(Comparator.comparing(KeyValue::key));
        return labels;
    }
}
