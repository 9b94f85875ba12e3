package io.runstream.kit.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands in front of every route and keeps pages of other sites, which a user's browser has open, from using the server in
 * the user's place. Rules, answers and headers are those of MLflow's security middleware.
 */
@Singleton
public class BrowserGuard {
    private static final Logger LOG = LoggerFactory.getLogger(BrowserGuard.class);

    /** Before all else that Quarkus has in front of routes. */
    private static final int FIRST = 1_000;

    private static final Set<HttpMethod> WRITES =
            Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE, HttpMethod.PATCH);

    private static final int MOST_TOLD = 20;

    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private final AllowedHosts hosts;
    private final AllowedOrigins origins;
    private final SecurityHeaders headers;

    BrowserGuard(BrowserConfig config) {
        this.hosts = config.allowedHosts().map(AllowedHosts::of).orElseGet(AllowedHosts::byDefault);
        this.origins = AllowedOrigins.of(config.corsAllowedOrigins().orElse(List.of()));
        this.headers = new SecurityHeaders(config);
    }

    void register(@Observes Filters filters) {
        filters.register(this::guard, FIRST);
    }

    private void guard(RoutingContext context) {
        HttpServerRequest request = context.request();
        HttpServerResponse response = context.response();
        headers.add(request, response.headers());
        if (!hosts.allows(request.authority()) && !Probes.include(request)) {
            tell("Host", request.getHeader(HttpHeaders.HOST), "runstream.http.allowed-hosts");
            refuse(response, 403, "Invalid Host header - possible DNS rebinding attack detected");
            return;
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null) {
            context.next();
        } else {
            guard(context, origin);
        }
    }

    private void guard(RoutingContext context, String origin) {
        HttpServerRequest request = context.request();
        CrossOriginAnswer answer = new CrossOriginAnswer(origins, origin, context.response());
        if (answer.endsPreflight(request)) {
            return;
        }
        if (WRITES.contains(request.method()) && !origins.mayWrite(origin, request.getHeader(HttpHeaders.HOST))) {
            tell("Origin", origin, "runstream.http.cors-allowed-origins");
            refuse(context.response(), 403, "Cross-origin request blocked");
            return;
        }
        answer.addHeaders();
        context.next();
    }

    /** Who set the server up may not know of the rule. Once for each name, and not for ever: whoever asks can invent names. */
    private void tell(String header, @Nullable String value, String property) {
        if (told.size() < MOST_TOLD && told.add(header + value)) {
            LOG.warn("Refused a request with the header {}: {}. {} lists what else to admit.", header, value, property);
        }
    }

    static void refuse(HttpServerResponse response, int status, String reason) {
        response.setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain")
                .end(reason);
    }
}
