package io.runstream.gateway.proxy;

import org.jspecify.annotations.Nullable;

/** The path under which everything is served as well. Services don't know of it. */
final class PathPrefix {
    private final String prefix;

    private PathPrefix(String prefix) {
        this.prefix = prefix;
    }

    /** @throws IllegalArgumentException it is no path; the message names the setting */
    static PathPrefix of(@Nullable String setting) {
        String prefix = setting == null ? "" : setting.replaceAll("/+$", "");
        if (!prefix.isEmpty() && !prefix.matches("(/[A-Za-z0-9._~-]+)+")) {
            throw new IllegalArgumentException(
                    "A path prefix is /mlflow for example, not " + setting + " (runstream.gateway.path-prefix)");
        }
        return new PathPrefix(prefix);
    }

    /** Whether it is the page that lies under the prefix, asked for without the slash by which its files are found. */
    boolean lacksSlash(String path) {
        return !prefix.isEmpty() && path.equals(prefix);
    }

    /** @param uri a path, with its query or without; what services call it */
    String strip(String uri) {
        return !prefix.isEmpty() && uri.startsWith(prefix + "/") ? uri.substring(prefix.length()) : uri;
    }
}
