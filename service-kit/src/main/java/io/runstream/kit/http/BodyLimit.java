package io.runstream.kit.http;

import io.quarkus.arc.All;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;

/**
 * How large a body may be that is held in memory. One that says so beforehand is refused here; one that does not is counted
 * by {@link UnannouncedBodies}. Quarkus' own limit is one for all requests, streamed ones too.
 */
@Singleton
class BodyLimit {
    /** Before anybody is asked for their name: what is not read costs nothing. */
    private static final int PRIORITY = 1;

    private final long bytes;
    private final List<StreamedBodies> streamed;
    private final EarlyAnswer answer;

    BodyLimit(HttpConfig config, @All List<StreamedBodies> streamed, EarlyAnswer answer) {
        this.bytes = config.maxBodySize().asLongValue();
        this.streamed = streamed;
        this.answer = answer;
    }

    void install(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    long bytes() {
        return bytes;
    }

    /** Whether the request's body is not held in memory. */
    boolean isStreamed(HttpServerRequest request) {
        String path = Objects.requireNonNullElse(request.path(), "");
        return streamed.stream()
                .anyMatch(bodies -> bodies.include(request.method().name(), path));
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && Long.parseLong(length) > bytes && !isStreamed(request)) {
            answer.tooLarge(request);
        } else {
            context.next();
        }
    }
}
