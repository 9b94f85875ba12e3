package io.runstream.artifact.s3;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A client's conditions in the headers that S3 knows. {@code If-Range} is none of them: it becomes the precondition that says the
 * same, and where that fails the client gets the whole object.
 *
 * @param headers to ask with
 * @param wholeInstead to ask with if the store answers 412 to those; null if 412 is the answer
 */
record ConditionalRead(
        Map<String, String> headers, @Nullable Map<String, String> wholeInstead) {
    private static final String RANGE = "Range";
    private static final String IF_RANGE = "If-Range";
    private static final String IF_MATCH = "If-Match";
    private static final String IF_UNMODIFIED_SINCE = "If-Unmodified-Since";

    /** @param sent names as {@code Range}, {@code If-Range} and so on are usually written */
    static ConditionalRead of(Map<String, String> sent) {
        String validator = sent.get(IF_RANGE);
        if (validator == null) {
            return new ConditionalRead(sent, null);
        }
        Map<String, String> whole = new LinkedHashMap<>(sent);
        whole.remove(IF_RANGE);
        String range = whole.remove(RANGE);
        boolean weak = validator.startsWith("W/");
        boolean hasPrecondition = whole.containsKey(IF_MATCH) || whole.containsKey(IF_UNMODIFIED_SINCE);
        if (range == null || weak || hasPrecondition) {
            // A weak tag never matches. Beside a precondition of the client's own, 412 would have two meanings.
            return new ConditionalRead(whole, null);
        }
        Map<String, String> ranged = new LinkedHashMap<>(whole);
        ranged.put(RANGE, range);
        ranged.put(validator.startsWith("\"") ? IF_MATCH : IF_UNMODIFIED_SINCE, validator);
        return new ConditionalRead(ranged, whole);
    }
}
