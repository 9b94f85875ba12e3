package io.runstream.artifact.http;

import io.runstream.artifact.store.ReadRequest;
import io.runstream.artifact.store.UploadBody;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What of a request concerns an artifact's bytes. */
public final class ArtifactRequest {
    private static final List<String> CONDITIONS =
            List.of("Range", "If-Range", "If-Match", "If-None-Match", "If-Modified-Since", "If-Unmodified-Since");
    private static final String CONTINUE = "100-continue";

    private ArtifactRequest() {}

    /**
     * What follows the route, as it stands in the request line. Frameworks decode a path, and take {@code ..} and {@code //}
     * out of it, before anybody sees that it was an attack.
     *
     * @param route without a slash at the end
     * @return empty if it is another route's
     */
    public static String pathAfter(HttpServerRequest request, String route) {
        String path = request.path();
        int start = path == null ? -1 : path.indexOf(route);
        return path == null || start < 0 ? "" : path.substring(Math.min(path.length(), start + route.length() + 1));
    }

    /** The whole of the artifact, or what of it the client's headers ask for; for HEAD, nothing but what is known of it. */
    public static ReadRequest read(HttpServerRequest request) {
        Map<String, String> conditions = new LinkedHashMap<>();
        for (String name : CONDITIONS) {
            String value = request.getHeader(name);
            if (value != null) {
                conditions.put(name, value);
            }
        }
        return new ReadRequest(conditions, !HttpMethod.HEAD.equals(request.method()));
    }

    /** Whom the caller claims to be, to be passed on; null if it claims nothing. */
    public static @Nullable String authorization(HttpServerRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION);
    }

    /** The body, not yet read; a client that waits to be told so begins to send. */
    public static UploadBody body(HttpServerRequest request) {
        if (CONTINUE.equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            request.response().writeContinue();
        }
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return new UploadBody(request, length == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(length)));
    }
}
