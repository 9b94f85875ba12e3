package io.runstream.api.request;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The second spelling of a field's name. Only asked for the names this API knows, so it remembers them all. */
final class CamelCase {
    private static final Map<String, String> KNOWN = new ConcurrentHashMap<>();

    private CamelCase() {}

    /** The name itself if it has no underscore. */
    static String of(String snakeCase) {
        return snakeCase.indexOf('_') < 0 ? snakeCase : KNOWN.computeIfAbsent(snakeCase, CamelCase::convert);
    }

    private static String convert(String snakeCase) {
        StringBuilder camelCase = new StringBuilder(snakeCase.length());
        boolean upper = false;
        for (char c : snakeCase.toCharArray()) {
            if (c == '_') {
                upper = true;
            } else {
                camelCase.append(upper ? Character.toUpperCase(c) : c);
                upper = false;
            }
        }
        return camelCase.toString();
    }
}
