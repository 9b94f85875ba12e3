package io.runstream.kit.access.login;

import java.util.Set;
import java.util.regex.Pattern;

/** What is answered to whoever asks: to probes, and to a page or a client that does not know yet how to log in. */
final class OpenPaths {
    private static final Set<String> PATHS = Set.of(
            "/health",
            "/favicon.ico",
            "/api/3.0/mlflow/server-info",
            "/ajax-api/3.0/mlflow/server-info",
            "/q/health",
            "/q/health/live",
            "/q/health/ready",
            "/q/health/started",
            "/q/metrics");

    /** Parts of MLflow's page, the same for everybody. */
    private static final String STATIC = "/static-files/";

    /** Nothing that could be another path in disguise. */
    private static final Pattern PLAIN = Pattern.compile("(?:/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)+");

    private OpenPaths() {}

    /** @param path as it stands in the request line: one that is written otherwise is not open */
    static boolean include(String path) {
        return PATHS.contains(path)
                || (path.startsWith(STATIC) && PLAIN.matcher(path).matches());
    }
}
