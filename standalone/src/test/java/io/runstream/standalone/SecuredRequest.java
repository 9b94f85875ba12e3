package io.runstream.standalone;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that must succeed for who may send it.
 *
 * @param path with what varies filled in
 * @param query empty for none
 * @param body null for none
 * @param answered the status that it has for who may
 */
record SecuredRequest(String path, String query, @Nullable String body, int answered) {

    static SecuredRequest get(String path, Map<String, String> query) {
        return new SecuredRequest(path, query(query), null, 200);
    }

    static SecuredRequest json(String path, Map<String, ?> body) {
        return new SecuredRequest(path, "", Person.json(body), 200);
    }

    SecuredRequest withBody(String other) {
        return new SecuredRequest(path, query, other, answered);
    }

    /** What it is for can't be had here: who may, hears that. */
    SecuredRequest answered(int status) {
        return new SecuredRequest(path, query, body, status);
    }

    SecuredRequest at(String otherPath) {
        return new SecuredRequest(otherPath, query, body, answered);
    }

    String target() {
        return query.isEmpty() ? path : path + "?" + query;
    }

    private static String query(Map<String, String> values) {
        StringBuilder query = new StringBuilder();
        values.forEach((name, value) -> query.append(query.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return query.toString();
    }
}
