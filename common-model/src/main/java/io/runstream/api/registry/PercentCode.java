package io.runstream.api.registry;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Percent-encoding as Python takes it off: what is no code stays, and does not keep the rest from being decoded. */
final class PercentCode {
    /** Encoded more often than this, nothing is meant well. */
    private static final int MAX_ENCODINGS = 10;

    private static final int HEX = 16;

    private PercentCode() {}

    /** Decodes until nothing is left to decode, but not for ever. */
    static String decodeFully(String text) {
        String decoded = text;
        for (int i = 0; i < MAX_ENCODINGS && !isDecoded(decoded); i++) {
            decoded = decode(decoded);
        }
        return decoded;
    }

    static boolean isDecoded(String text) {
        return text.indexOf('%') < 0 || decode(text).equals(text);
    }

    private static String decode(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            int code = bytes[i] == '%' && i + 2 < bytes.length ? code(bytes[i + 1], bytes[i + 2]) : -1;
            decoded.write(code < 0 ? bytes[i] : code);
            i += code < 0 ? 0 : 2;
        }
        return decoded.toString(StandardCharsets.UTF_8);
    }

    /** -1 if these are no two hexadecimal digits. */
    private static int code(byte high, byte low) {
        int first = Character.digit(high, HEX);
        int second = Character.digit(low, HEX);
        return first < 0 || second < 0 ? -1 : first * HEX + second;
    }
}
