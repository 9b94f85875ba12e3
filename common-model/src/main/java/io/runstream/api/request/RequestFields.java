package io.runstream.api.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.runstream.error.RequestErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one request, or of one object in it, read the way MLflow reads them.
 *
 * <p>In a body, a field may be spelled in snake_case or camelCase, not both. A number may be a string: Java's client sends 64-bit
 * integers so, R's sends everything so. An absent field, {@code null} and, where a value is required, an empty string are
 * the same. Unknown fields are ignored. Text with U+0000 is refused, since Postgres has no place for it.
 *
 * <p>Unlike MLflow, which goes on with what it could parse, a value of the wrong type is refused wherever it stands.
 *
 * <p>Every method throws {@link io.runstream.error.ApiException} (400) in MLflow's words. Immutable.
 */
public final class RequestFields {
    private final JsonNode object;
    private final Place here;
    /** A query string can't tell a list of one from a value. */
    private final boolean fromQuery;

    private RequestFields(JsonNode object, Place here, boolean fromQuery) {
        this.object = object;
        this.here = here;
        this.fromQuery = fromQuery;
    }

    /** Of a request body. One that is not a JSON object has no fields. */
    public static RequestFields ofJson(byte[] body) {
        return new RequestFields(Json.read(body), Place.REQUEST, false);
    }

    /** Of a query string, decoded. A name that occurs once can be read as a value or as a list of one. */
    public static RequestFields ofQuery(Map<String, List<String>> query) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        query.forEach((name, values) -> {
            if (values.size() == 1) {
                object.put(name, values.get(0));
            } else {
                values.forEach(object.withArray(name)::add);
            }
        });
        return new RequestFields(object, Place.REQUEST, true);
    }

    /** The field as the messages name it: in a list with its place. */
    public String path(String name) {
        return place(name).toString();
    }

    private Place place(String name) {
        return here.field(name);
    }

    public boolean has(String name) {
        return find(name) != null;
    }

    public String requiredString(String name) {
        String value = optionalString(name);
        if (value == null || value.isEmpty()) {
            throw RequestErrors.missing(path(name));
        }
        return value;
    }

    /** Null if absent. */
    public @Nullable String optionalString(String name) {
        JsonNode node = find(name);
        return node == null ? null : Scalars.text(node, place(name));
    }

    public String string(String name, String absent) {
        String value = optionalString(name);
        return value == null ? absent : value;
    }

    /** The run id, under either of its names. */
    public String runId() {
        return has("run_id") || !has("run_uuid") ? requiredString("run_id") : requiredString("run_uuid");
    }

    public long requiredInt64(String name) {
        return optionalInt64(name).orElseThrow(() -> RequestErrors.missing(path(name)));
    }

    public long int64(String name, long absent) {
        return optionalInt64(name).orElse(absent);
    }

    public OptionalLong optionalInt64(String name) {
        JsonNode node = find(name);
        return node == null ? OptionalLong.empty() : OptionalLong.of(Scalars.int64(node, place(name)));
    }

    /** May be NaN or infinite. */
    public double requiredDouble(String name) {
        return optionalDouble(name).orElseThrow(() -> RequestErrors.missing(path(name)));
    }

    private OptionalDouble optionalDouble(String name) {
        JsonNode node = find(name);
        return node == null || Scalars.isEmptyText(node)
                ? OptionalDouble.empty()
                : OptionalDouble.of(Scalars.float64(node, place(name)));
    }

    public boolean bool(String name, boolean absent) {
        JsonNode node = find(name);
        if (node == null) {
            return absent;
        }
        return Scalars.bool(node, place(name));
    }

    /**
     * One word or number of a set.
     *
     * @return null if absent
     */
    public <E> @Nullable E optionalEnum(String name, EnumReader<E> reader) {
        JsonNode node = find(name);
        if (node == null) {
            return null;
        }
        return Scalars.enumeration(node, place(name), reader);
    }

    /** How the values of an enumeration are found; each method gives null if there is none. */
    public interface EnumReader<E> {
        @Nullable
        E byNumber(int number);

        @Nullable
        E byName(String name);
    }

    /** Empty if absent. */
    public List<String> strings(String name) {
        JsonNode node = find(name);
        if (node == null) {
            return List.of();
        }
        if (fromQuery && node.isTextual()) {
            return List.of(Scalars.text(node, place(name)));
        }
        List<String> strings = new ArrayList<>();
        for (JsonNode element : array(node, name)) {
            strings.add(Scalars.text(element, place(name)));
        }
        return strings;
    }

    /** The objects of a list, each knowing its place. Empty if absent. */
    public List<RequestFields> objects(String name) {
        JsonNode node = find(name);
        if (node == null) {
            return List.of();
        }
        JsonNode array = array(node, name);
        Place list = place(name);
        List<RequestFields> objects = new ArrayList<>(array.size());
        for (int i = 0; i < array.size(); i++) {
            JsonNode element = array.get(i);
            if (!element.isObject()) {
                throw Scalars.wrongType(element, list.element(i));
            }
            objects.add(new RequestFields(element, list.element(i), false));
        }
        return objects;
    }

    /** A nested object; null if absent. */
    public @Nullable RequestFields object(String name) {
        JsonNode node = find(name);
        if (node == null) {
            return null;
        }
        if (!node.isObject()) {
            throw Scalars.wrongType(node, place(name));
        }
        return new RequestFields(node, place(name), false);
    }

    private JsonNode array(JsonNode node, String name) {
        if (!node.isArray()) {
            throw Scalars.wrongType(node, place(name));
        }
        return node;
    }

    private @Nullable JsonNode find(String name) {
        JsonNode node = object.get(name);
        String camelCase = fromQuery ? name : CamelCase.of(name);
        if (!camelCase.equals(name)) {
            JsonNode other = object.get(camelCase);
            if (node != null && other != null) {
                throw RequestErrors.bothSpellings(name, camelCase);
            }
            node = node == null ? other : node;
        }
        return node == null || node.isNull() ? null : node;
    }
}
