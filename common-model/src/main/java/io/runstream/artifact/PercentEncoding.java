package io.runstream.artifact;

import io.runstream.error.ArtifactErrors;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Undoes percent-encoding as Python's {@code urllib.parse.unquote} does. */
final class PercentEncoding {
    /** MLflow's. */
    private static final int MAX_ROUNDS = 10;

    private static final int HEX = 16;

    private PercentEncoding() {}

    /**
     * Until nothing changes.
     *
     * @throws io.runstream.error.ApiException 400, it still changes after ten rounds
     */
    static String decodeFully(String text) {
        String current = text;
        for (int round = 0; round < MAX_ROUNDS; round++) {
            String decoded = decode(current);
            if (decoded.equals(current)) {
                return decoded;
            }
            current = decoded;
        }
        throw ArtifactErrors.invalidPath();
    }

    /** Once. What is no encoding stays as it is; bytes that are not UTF-8 become U+FFFD. */
    private static String decode(String text) {
        int percent = text.indexOf('%');
        if (percent < 0) {
            return text;
        }
        StringBuilder decoded = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            if (byteAt(text, i) < 0) {
                decoded.append(text.charAt(i++));
                continue;
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            for (int b = byteAt(text, i); b >= 0; b = byteAt(text, i)) {
                bytes.write(b);
                i += 3;
            }
            decoded.append(bytes.toString(StandardCharsets.UTF_8));
        }
        return decoded.toString();
    }

    /** Of an encoded byte that begins there; -1 if none does. */
    private static int byteAt(String text, int i) {
        if (i + 2 >= text.length() || text.charAt(i) != '%') {
            return -1;
        }
        int high = Character.digit(text.charAt(i + 1), HEX);
        int low = Character.digit(text.charAt(i + 2), HEX);
        return high < 0 || low < 0 ? -1 : high * HEX + low;
    }
}
