package io.runstream.query.search;

import io.runstream.error.SearchErrors;

/** Taking quotes off. There are no escapes in them: a doubled quote stays doubled, a backslash stays. */
final class Quotes {
    private Quotes() {}

    /** Of a string that must have them. */
    static String requireOff(String text) {
        if (!isQuoted(text, '\'') && !isQuoted(text, '"')) {
            throw SearchErrors.notQuoted(text);
        }
        return inner(text);
    }

    /** Of a string that may have them. */
    static String stringQuotesOff(String text) {
        return isQuoted(text, '\'') || isQuoted(text, '"') ? inner(text) : text;
    }

    /** Of a key that may have them, of any sort. */
    static String off(String text) {
        return backticksOff(stringQuotesOff(text));
    }

    static String backticksOff(String text) {
        return isQuoted(text, '`') ? inner(text) : text;
    }

    private static boolean isQuoted(String text, char quote) {
        return text.length() >= 2 && text.charAt(0) == quote && text.charAt(text.length() - 1) == quote;
    }

    private static String inner(String text) {
        return text.substring(1, text.length() - 1);
    }
}
