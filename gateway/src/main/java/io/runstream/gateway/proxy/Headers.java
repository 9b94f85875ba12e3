package io.runstream.gateway.proxy;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What of the headers is for the other end, and what only for this connection (RFC 9110, 7.6.1). */
final class Headers {
    private static final Set<String> OF_THE_CONNECTION = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authenticate",
            "proxy-authorization",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            // The gateway answers it itself.
            "expect");

    private static final String FOR = "X-Forwarded-For";
    private static final String PROTO = "X-Forwarded-Proto";
    private static final String HOST = "X-Forwarded-Host";

    private Headers() {}

    /** Copies what is for the other end, in the order and as often as it stands there. */
    static void copy(MultiMap from, MultiMap to) {
        Set<String> named = namedByConnection(from.getAll(HttpHeaders.CONNECTION));
        from.forEach((name, value) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            // HTTP/2 writes the host and the like as headers that begin with a colon.
            if (!OF_THE_CONNECTION.contains(lower) && !named.contains(lower) && !lower.startsWith(":")) {
                to.add(name, value);
            }
        });
    }

    /**
     * Says where the request came from. The host stays what the client asked for: services check it, and name themselves by
     * it.
     *
     * @param trusted whose word on it is kept and added to
     */
    static void addOrigin(HttpServerRequest request, MultiMap to, TrustedProxies trusted) {
        boolean believed = trusted.include(request.remoteAddress());
        String host = request.authority() == null ? "" : request.authority().toString();
        String client = request.remoteAddress().hostAddress();
        String before = believed ? to.get(FOR) : null;
        to.set(HttpHeaders.HOST, host);
        to.set(FOR, before == null ? client : before + ", " + client);
        setUnlessBelieved(to, PROTO, request.isSSL() ? "https" : "http", believed);
        setUnlessBelieved(to, HOST, host, believed);
        if (!believed) {
            to.remove("Forwarded");
        }
    }

    private static void setUnlessBelieved(MultiMap to, String name, String value, boolean believed) {
        if (!believed || !to.contains(name)) {
            to.set(name, value);
        }
    }

    static boolean hasBody(MultiMap headers) {
        String length = headers.get(HttpHeaders.CONTENT_LENGTH);
        return headers.contains(HttpHeaders.TRANSFER_ENCODING) || (length != null && !length.equals("0"));
    }

    private static Set<String> namedByConnection(@Nullable List<String> connection) {
        if (connection == null || connection.isEmpty()) {
            return Set.of();
        }
        return connection.stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}
