package io.runstream.kit.observe;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The header by which a caller and an operator speak of the same request: taken from the request or made, seen by whatever
 * handles the request, and sent back with every answer, refusals included.
 */
@Singleton
public final class RequestId {
    /** On requests and answers. */
    public static final String HEADER = "X-Request-Id";

    /** Before whatever may refuse a request. */
    private static final int FIRST = 1_100;

    private static final int MAX_LENGTH = 128;

    void register(@Observes Filters filters) {
        filters.register(RequestId::identify, FIRST);
    }

    private static void identify(RoutingContext context) {
        HttpServerRequest request = context.request();
        String given = request.getHeader(HEADER);
        String id = isFit(given) ? given : random();
        request.headers().set(HEADER, id);
        context.response().headers().set(HEADER, id);
        context.next();
    }

    /** What goes into logs and headers must not be able to look like more than an id. */
    static boolean isFit(@Nullable String id) {
        return id != null
                && !id.isEmpty()
                && id.length() <= MAX_LENGTH
                && id.chars().allMatch(RequestId::isFit);
    }

    private static boolean isFit(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_' || c == '.';
    }

    /** Need not be hard to guess. */
    private static String random() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }
}
