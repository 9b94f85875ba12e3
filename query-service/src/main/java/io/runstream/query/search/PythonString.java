package io.runstream.query.search;

/** A string literal of Python in one pair of quotes. */
final class PythonString {
    private static final int HEX = 16;

    private PythonString() {}

    /**
     * @param start where the opening quote is
     * @param value what the literal means is appended here
     * @return behind the closing quote; -1 if the literal is broken
     */
    static int read(String text, int start, StringBuilder value) {
        char quote = text.charAt(start);
        int at = start + 1;
        while (at >= 0 && at < text.length()) {
            char c = text.charAt(at);
            if (c == quote) {
                return at + 1;
            }
            if (c == '\n' || c == '\r') {
                return -1;
            }
            if (c == '\\' && at + 1 < text.length()) {
                at = escape(text, at + 1, value);
            } else {
                value.append(c);
                at++;
            }
        }
        return -1;
    }

    private static int escape(String text, int at, StringBuilder value) {
        char c = text.charAt(at);
        switch (c) {
            case '\\', '\'', '"' -> value.append(c);
            case '\n' -> {}
            case 'n' -> value.append('\n');
            case 'r' -> value.append('\r');
            case 't' -> value.append('\t');
            case 'x' -> {
                return codePoint(text, at + 1, 2, value);
            }
            case 'u' -> {
                return codePoint(text, at + 1, 4, value);
            }
            // To Python an unknown escape is a backslash and what follows.
            default -> value.append('\\').append(c);
        }
        return at + 1;
    }

    private static int codePoint(String text, int start, int digits, StringBuilder value) {
        int end = start + digits;
        if (end > text.length()) {
            return -1;
        }
        int codePoint = 0;
        for (int i = start; i < end; i++) {
            int digit = Character.digit(text.charAt(i), HEX);
            if (digit < 0) {
                return -1;
            }
            codePoint = codePoint * HEX + digit;
        }
        // U+0000 and half pairs have no place in Postgres, so nothing there equals them.
        if (codePoint == 0 || codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
            return -1;
        }
        value.appendCodePoint(codePoint);
        return end;
    }
}
