package io.runstream.kit.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a browser is told about a request that a page of some origin makes. */
final class CrossOriginAnswer {
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "DELETE", "OPTIONS", "PATCH");
    private static final String METHOD_LIST = "GET, POST, PUT, DELETE, OPTIONS, PATCH";
    private static final String PREFLIGHT_DEPENDS_ON =
            "Origin, Access-Control-Request-Method, Access-Control-Request-Headers";

    private final AllowedOrigins origins;
    private final String origin;
    private final HttpServerResponse response;
    private final boolean mayRead;

    CrossOriginAnswer(AllowedOrigins origins, String origin, HttpServerResponse response) {
        this.origins = origins;
        this.origin = origin;
        this.response = response;
        this.mayRead = origins.mayRead(origin);
    }

    /** Answers the browser's question before a request, if this is one. */
    boolean endsPreflight(HttpServerRequest request) {
        String method = request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
        if (request.method() != HttpMethod.OPTIONS || method == null) {
            return false;
        }
        addPreflightHeaders(request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS));
        if (!mayRead) {
            BrowserGuard.refuse(response, 400, "Disallowed CORS origin");
        } else if (!METHODS.contains(method)) {
            BrowserGuard.refuse(response, 400, "Disallowed CORS method");
        } else {
            response.putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
                    .end("OK");
        }
        return true;
    }

    /** Lets the page read the answer, if it may. */
    void addHeaders() {
        MultiMap headers = response.headers();
        headers.add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        if (mayRead) {
            addOrigin(headers);
            headers.set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, "*");
        }
    }

    private void addPreflightHeaders(@Nullable String wantedHeaders) {
        MultiMap headers = response.headers();
        headers.set(HttpHeaders.VARY, PREFLIGHT_DEPENDS_ON);
        headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHOD_LIST);
        headers.set(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "600");
        if (wantedHeaders != null) {
            headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, wantedHeaders);
        }
        if (mayRead) {
            addOrigin(headers);
        }
    }

    private void addOrigin(MultiMap headers) {
        if (origins.isEvery()) {
            headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        } else {
            headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
            headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
        }
    }
}
