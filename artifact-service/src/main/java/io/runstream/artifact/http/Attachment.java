package io.runstream.artifact.http;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * The header {@code Content-Disposition} of an artifact: always an attachment, so that no browser shows what somebody logged
 * as a page of this server's.
 */
final class Attachment {
    private static final String TOKEN = "!#$%&'*+-.^_`|~";
    private static final String UNENCODED = "!#$&+-.^_`|~";

    private Attachment() {}

    /** RFC 6266: a plain name for everybody, and the true one where that is not the same. */
    static String named(String name) {
        String plain = quoted(ascii(name));
        return isAscii(name)
                ? "attachment; filename=" + plain
                : "attachment; filename=" + plain + "; filename*=UTF-8''" + encoded(name);
    }

    private static boolean isAscii(String name) {
        return name.chars().allMatch(c -> c < 0x80);
    }

    private static String ascii(String name) {
        if (isAscii(name)) {
            return name;
        }
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("[^\\x00-\\x7f]", "");
        return plain.isEmpty() ? "download" : plain;
    }

    private static String quoted(String name) {
        boolean token = !name.isEmpty() && name.chars().allMatch(c -> isLetterOrDigit(c) || TOKEN.indexOf(c) >= 0);
        return token ? name : '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String encoded(String name) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            int c = b & 0xff;
            if (isLetterOrDigit(c) || UNENCODED.indexOf(c) >= 0) {
                encoded.append((char) c);
            } else {
                encoded.append(String.format("%%%02X", c));
            }
        }
        return encoded.toString();
    }

    private static boolean isLetterOrDigit(int c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
