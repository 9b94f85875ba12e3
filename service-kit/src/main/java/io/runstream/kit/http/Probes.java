package io.runstream.kit.http;

import io.vertx.core.http.HttpServerRequest;
import java.util.Set;

/** What machines ask, under whatever name and as often as they like: it tells nothing of anybody's data. */
public final class Probes {
    private static final Set<String> PATHS = Set.of(
            "/health", "/version", "/q/health", "/q/health/live", "/q/health/ready", "/q/health/started", "/q/metrics");

    private Probes() {}

    public static boolean include(HttpServerRequest request) {
        return PATHS.contains(request.path());
    }
}
