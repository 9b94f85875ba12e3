package io.runstream.kit.http;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Objects;

/** Takes the prefix off before anybody else looks at a path. */
@Singleton
class PathPrefix {
    private static final String SETTING = "runstream.http.path-prefix";

    /** Before {@link BrowserGuard}, which would add its headers twice. */
    private static final int PRIORITY = 2_000;

    private final String prefix;

    PathPrefix(PathPrefixConfig config) {
        this.prefix = config.pathPrefix().map(set -> set.replaceAll("/+$", "")).orElse("");
        if (!prefix.isEmpty() && !prefix.matches("(/[A-Za-z0-9._~-]+)+")) {
            throw new ConfigurationException(
                    "A path prefix is /mlflow for example, not " + prefix + " (" + SETTING + ")");
        }
    }

    void register(@Observes Filters filters) {
        if (!prefix.isEmpty()) {
            filters.register(this::strip, PRIORITY);
        }
    }

    private void strip(RoutingContext context) {
        HttpServerRequest request = context.request();
        String path = Objects.requireNonNullElse(request.path(), "");
        boolean stripped = context.get(SETTING) != null;
        if (!stripped && path.equals(prefix)) {
            // The page finds its files by relative paths.
            context.response()
                    .setStatusCode(HttpResponseStatus.PERMANENT_REDIRECT.code())
                    .putHeader(HttpHeaders.LOCATION, prefix + "/")
                    .end();
            request.resume();
        } else if (!stripped && path.startsWith(prefix + "/")) {
            context.put(SETTING, prefix);
            context.reroute(request.uri().substring(prefix.length()));
        } else {
            context.next();
        }
    }
}
