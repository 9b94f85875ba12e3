package io.runstream.kit.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What every answer tells browsers not to do with it. */
final class SecurityHeaders {
    private static final CharSequence CONTENT_TYPE_OPTIONS = HttpHeaders.createOptimized("X-Content-Type-Options");
    private static final CharSequence NO_SNIFF = HttpHeaders.createOptimized("nosniff");
    private static final CharSequence FRAME_OPTIONS = HttpHeaders.createOptimized("X-Frame-Options");
    private static final CharSequence CONTENT_POLICY = HttpHeaders.createOptimized("Content-Security-Policy");
    private static final CharSequence TRANSPORT_SECURITY = HttpHeaders.createOptimized("Strict-Transport-Security");

    /** For what is no page: whatever is in it, a browser runs, loads and submits nothing, as nobody. */
    private static final CharSequence NO_PAGE = HttpHeaders.createOptimized("default-src 'none'; sandbox");

    private final @Nullable CharSequence frameOptions;
    private final @Nullable CharSequence transportSecurity;

    SecurityHeaders(BrowserConfig config) {
        String options = config.xFrameOptions();
        this.frameOptions = options.equalsIgnoreCase("NONE") ? null : HttpHeaders.createOptimized(options);
        long seconds = config.strictTransportSecurity().toSeconds();
        this.transportSecurity = seconds == 0 ? null : HttpHeaders.createOptimized("max-age=" + seconds);
    }

    void add(HttpServerRequest request, MultiMap headers) {
        headers.set(CONTENT_TYPE_OPTIONS, NO_SNIFF);
        if (frameOptions != null) {
            headers.set(FRAME_OPTIONS, frameOptions);
        }
        if (!isOfThePage(Objects.requireNonNullElse(request.path(), ""))) {
            headers.set(CONTENT_POLICY, NO_PAGE);
        }
        if (transportSecurity != null && request.isSSL()) {
            headers.set(TRANSPORT_SECURITY, transportSecurity);
        }
    }

    /** MLflow's page and its files, which nobody but who set the server up can write. */
    private static boolean isOfThePage(String path) {
        return path.equals("/") || path.startsWith("/static-files/");
    }
}
