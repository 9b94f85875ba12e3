package io.runstream.api.registry;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A URI cut as Python's {@code urlparse} cuts it, which is what decides where MLflow's clients go.
 *
 * @param scheme in lower case; empty if there is none
 * @param authority empty if there is none
 * @param path without query and fragment, not decoded
 */
record SourceUri(String scheme, String authority, String path) {
    private static final Pattern PARTS =
            Pattern.compile("(?:([a-zA-Z][a-zA-Z0-9+.-]*):)?(?://([^/?#]*))?([^?#]*).*", Pattern.DOTALL);
    private static final Pattern DROPPED = Pattern.compile("^[\\x00-\\x20]+|[\\t\\r\\n]");

    static SourceUri parse(String uri) {
        Matcher parts = PARTS.matcher(DROPPED.matcher(uri).replaceAll(""));
        if (!parts.matches()) {
            throw new IllegalStateException("The pattern matches every text");
        }
        String scheme = parts.group(1) == null ? "" : parts.group(1).toLowerCase(Locale.ROOT);
        String authority = parts.group(2) == null ? "" : parts.group(2);
        return new SourceUri(scheme, authority, parts.group(3));
    }

    /** A path on the machine that reads it. */
    boolean isLocal() {
        return scheme.isEmpty() || scheme.equals("file");
    }

    /**
     * Whether the path of that URI is absolute, and goes straight to where it leads, however often it is decoded.
     *
     * @param uri as the client wrote it
     */
    static boolean isStraight(String uri) {
        String decoded = PercentCode.decodeFully(uri.replace('+', ' '));
        String path = parse(decoded).path();
        return path.startsWith("/")
                && decoded.indexOf('\0') < 0
                && !segments(path).isEmpty()
                && !segments(path).contains(".")
                && !segments(decoded).contains("..")
                && PercentCode.isDecoded(decoded);
    }

    /** The path's, decoded, without empty ones. */
    List<String> segments() {
        return segments(path).stream().map(PercentCode::decodeFully).toList();
    }

    private static List<String> segments(String path) {
        return Arrays.stream(path.split("/"))
                .filter(segment -> !segment.isEmpty())
                .toList();
    }
}
