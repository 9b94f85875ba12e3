package io.runstream.api.request;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/** How requests are read, and how MLflow's messages quote what was in them. */
final class Json {
    private static final int MAX_DEPTH = 64;

    /** A batch of the allowed size has 15,000. An empty object takes three bytes in a body, and eighty in memory. */
    private static final int MAX_TOKENS = 250_000;

    /** Lets bare NaN and Infinity pass, which Python's encoder writes. */
    private static final ObjectMapper READER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxTokenCount(MAX_TOKENS)
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .build())
            .build();

    private static final ObjectWriter QUOTER = JsonMapper.builder(JsonFactory.builder()
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
                    .build())
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build()
            .writer();

    private Json() {}

    /** Missing if it is no JSON at all, or of more parts than any request has: to MLflow such a body is an empty one. */
    static JsonNode read(byte[] body) {
        try {
            JsonNode node = READER.readTree(body);
            // Old clients encode twice: a string that holds the object.
            return node != null && node.isTextual() ? READER.readTree(node.textValue()) : orMissing(node);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    private static JsonNode orMissing(JsonNode node) {
        return node == null ? MissingNode.getInstance() : node;
    }

    /** As Python's {@code json.dumps(value, sort_keys=True, separators=(",", ":"))} writes it. */
    static String quote(Object value) {
        try {
            return QUOTER.writeValueAsString(
                    value instanceof JsonNode node ? READER.treeToValue(node, Object.class) : value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Python's name for the type of a JSON value. */
    static String pythonType(JsonNode node) {
        return switch (node.getNodeType()) {
            case ARRAY -> "list";
            case BOOLEAN -> "bool";
            case NUMBER -> node.isIntegralNumber() ? "int" : "float";
            case OBJECT, POJO -> "dict";
            case STRING, BINARY -> "str";
            case NULL, MISSING -> "NoneType";
        };
    }
}
