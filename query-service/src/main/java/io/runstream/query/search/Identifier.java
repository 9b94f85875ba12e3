package io.runstream.query.search;

/**
 * A name in a filter or an order: only its first dot separates.
 *
 * @param prefix what stands before the dot, with backticks if it has some; empty if there is no dot
 * @param key without quotes
 */
public record Identifier(String prefix, String key) {

    public static Identifier parse(String text) {
        int dot = text.indexOf('.');
        return dot < 0
                ? new Identifier("", Quotes.off(text))
                : new Identifier(text.substring(0, dot), Quotes.off(text.substring(dot + 1)));
    }

    /** Whether there was a dot. */
    public boolean hasPrefix() {
        return !prefix.isEmpty();
    }

    public String plainPrefix() {
        return Quotes.backticksOff(prefix);
    }
}
