package io.runstream.artifact;

/** Control characters in a path, written as percent-encodings that nobody decodes any more. */
final class ControlCharacters {
    private static final char FIRST_PRINTABLE = 0x20;
    private static final char DELETE = 0x7f;
    private static final int HEX = 16;

    private ControlCharacters() {}

    static String encode(String text) {
        StringBuilder encoded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < FIRST_PRINTABLE || c == DELETE) {
                encoded.append('%').append(Character.forDigit(c / HEX, HEX)).append(Character.forDigit(c % HEX, HEX));
            } else {
                encoded.append(c);
            }
        }
        return encoded.toString();
    }
}
