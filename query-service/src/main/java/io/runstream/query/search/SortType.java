package io.runstream.query.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.vertx.mutiny.sqlclient.Row;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The types of {@link SortColumn}: how their values get from a row into a page token and from there into SQL. */
public enum SortType {
    LONG("bigint"),
    DOUBLE("double precision"),
    TEXT("text"),
    UUID("uuid");

    private final String sqlName;

    SortType(String sqlName) {
        this.sqlName = sqlName;
    }

    String sqlName() {
        return sqlName;
    }

    void append(Row row, String column, ArrayNode to) {
        switch (this) {
            case LONG -> to.add(row.getLong(column));
            case DOUBLE -> to.add(row.getDouble(column));
            case TEXT -> to.add(row.getString(column));
            case UUID -> to.add(row.getUUID(column).toString());
        }
    }

    /** Null if it is no value of this type. */
    @Nullable
    Object read(JsonNode json) {
        return switch (this) {
            case LONG -> json.isIntegralNumber() && json.canConvertToLong() ? json.longValue() : null;
            case DOUBLE -> json.isNumber() ? json.doubleValue() : null;
            case TEXT -> json.isTextual() && json.textValue().indexOf('\0') < 0 ? json.textValue() : null;
            case UUID -> json.isTextual() ? uuid(json.textValue()) : null;
        };
    }

    private static @Nullable UUID uuid(String text) {
        try {
            return java.util.UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
