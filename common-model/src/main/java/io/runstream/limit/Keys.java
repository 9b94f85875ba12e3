package io.runstream.limit;

import io.runstream.api.request.JsonText;
import io.runstream.api.request.Place;
import io.runstream.error.RequestErrors;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/** What the key of a metric, param or tag may look like: it may become the name of a file. */
public final class Keys {
    private static final Pattern LEGAL = Pattern.compile("[/\\w.\\- :]*", Pattern.UNICODE_CHARACTER_CLASS);

    private Keys() {}

    /**
     * Checks characters, form and length, in MLflow's order.
     *
     * @param lengthName what the message about its length calls it
     * @throws io.runstream.error.ApiException 400
     */
    public static String check(String key, Place place, String lengthName) {
        if (isPlainWord(key)) {
            return key;
        }
        checkForm(key, place);
        if (Limits.exceeds(key, Limits.KEY_LENGTH)) {
            throw RequestErrors.tooLong(lengthName, Limits.KEY_LENGTH);
        }
        return key;
    }

    /**
     * Checks characters and form; MLflow lets a key that is only looked for have any length.
     *
     * @throws io.runstream.error.ApiException 400
     */
    public static String checkForm(String key, Place place) {
        if (!LEGAL.matcher(key).matches()) {
            throw RequestErrors.badCharacters(place.toString(), quote(key));
        }
        String resolved = normalizedPath(key);
        if (!resolved.equals(key) || resolved.equals(".") || resolved.startsWith("..") || resolved.startsWith("/")) {
            throw RequestErrors.badPath(place.toString(), quote(key), resolved);
        }
        return key;
    }

    /** The same for a key that is called by its place in every message. */
    public static String check(String key, Place place) {
        return isPlainWord(key) ? key : check(key, place, place.toString());
    }

    /** Most keys are; spares them the pattern. */
    private static boolean isPlainWord(String key) {
        if (key.isEmpty() || key.length() > Limits.KEY_LENGTH) {
            return false;
        }
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-')) {
                return false;
            }
        }
        return true;
    }

    /** Python's {@code posixpath.normpath}. */
    static String normalizedPath(String path) {
        if (path.isEmpty()) {
            return ".";
        }
        // POSIX gives exactly two leading slashes a meaning of their own.
        String root = !path.startsWith("/") ? "" : path.startsWith("//") && !path.startsWith("///") ? "//" : "/";
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/", -1)) {
            if (part.isEmpty() || part.equals(".")) {
                continue;
            }
            if (!part.equals("..")
                    || root.isEmpty() && (parts.isEmpty() || parts.peekLast().equals(".."))) {
                parts.addLast(part);
            } else {
                parts.pollLast();
            }
        }
        String normalized = root + String.join("/", parts);
        return normalized.isEmpty() ? "." : normalized;
    }

    private static String quote(String key) {
        return JsonText.quote(key);
    }
}
