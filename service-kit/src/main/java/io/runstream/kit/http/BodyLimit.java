package io.runstream.kit.http;

import io.quarkus.arc.All;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.runstream.error.ServiceErrors;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * How large a body may be that is held in memory, and all of them together. One that says so beforehand is refused here; one
 * that does not is counted by {@link UnannouncedBodies}. Quarkus' own limit is one for all requests, streamed ones too.
 */
@Singleton
class BodyLimit {
    /** After strangers and crowds were turned away: their bodies are not counted. */
    private static final int PRIORITY = 1;

    private static final Duration SOON = Duration.ofSeconds(1);

    private final HeldBodies held;
    private final List<StreamedBodies> streamed;
    private final EarlyAnswer answer;

    BodyLimit(HttpConfig config, @All List<StreamedBodies> streamed, EarlyAnswer answer) {
        this.held = HeldBodies.of(config);
        this.streamed = streamed;
        this.answer = answer;
    }

    void install(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    /** Whether the request's body is not held in memory. */
    boolean isStreamed(HttpServerRequest request) {
        String path = Objects.requireNonNullElse(request.path(), "");
        return streamed.stream()
                .anyMatch(bodies -> bodies.include(request.method().name(), path));
    }

    /**
     * Whether a part of a body fits in, which is then counted until the request's answer has been sent, unless the body is
     * small. If not, the request is answered: 413 if its body is too large, 429 if there are too many.
     *
     * @param before bytes of the same body that are held already
     * @param bytes of the part
     */
    boolean hold(RoutingContext context, long before, long bytes) {
        if (before + bytes > held.largest()) {
            answer.tooLarge(context.request());
            return false;
        }
        if (HeldBodies.isSmall(before + bytes)) {
            return true;
        }
        if (!held.take(bytes)) {
            answer.send(context.request(), ServiceErrors.overloaded(SOON));
            return false;
        }
        context.addEndHandler(over -> held.giveBack(bytes));
        return true;
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null || isStreamed(request) || hold(context, 0, Long.parseLong(length))) {
            context.next();
        }
    }
}
