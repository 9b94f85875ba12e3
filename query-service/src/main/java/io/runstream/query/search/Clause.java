package io.runstream.query.search;

/**
 * A comparison as it was written, before anyone asks whether its names and values go together.
 *
 * @param identifier with its prefix and quotes, like {@code params.`batch size`}
 */
public sealed interface Clause {
    String identifier();

    /**
     * @param comparator words in upper case, like {@code LIKE} or {@code NOT IN}
     */
    record Compare(String identifier, String comparator, Operand value) implements Clause {}

    /**
     * @param present whether it was {@code IS NOT NULL}
     */
    record Presence(String identifier, boolean present) implements Clause {}
}
