package io.runstream.artifact.store;

import java.util.Map;

/**
 * What of an object is asked for.
 *
 * @param conditions {@code Range}, {@code If-None-Match} and the like, as the client sent them; stores know what they mean
 * @param withBody false if only what is known about the object is wanted
 */
public record ReadRequest(Map<String, String> conditions, boolean withBody) {
    /** All of it, whatever it is now. */
    public static ReadRequest whole() {
        return new ReadRequest(Map.of(), true);
    }
}
