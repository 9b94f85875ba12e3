package io.runstream.kit.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.Context;
import java.io.ByteArrayInputStream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/**
 * Reads bodies that come without their length (chunked), and stops where the limit is. The framework, which would read them
 * else, breaks off without a word to the client and with two stack traces in the log.
 */
final class UnannouncedBodies {
    private final BodyLimit limit;

    UnannouncedBodies(BodyLimit limit) {
        this.limit = limit;
    }

    /** When it is known that somebody answers, and that the caller may ask. */
    @ServerRequestFilter(priority = Priorities.ENTITY_CODER)
    void collect(ResteasyReactiveContainerRequestContext context, @Context HttpServerRequest request) {
        boolean unannounced = request.getHeader(HttpHeaders.CONTENT_LENGTH) == null
                && request.method() != HttpMethod.GET
                && request.method() != HttpMethod.HEAD
                && !request.isEnded();
        if (unannounced && !limit.isStreamed(request)) {
            context.suspend();
            new Collector(context, request).begin();
        }
    }

    private final class Collector {
        private final ResteasyReactiveContainerRequestContext context;
        private final HttpServerRequest request;
        private final RoutingContext routing;
        private final Buffer body = Buffer.buffer();

        Collector(ResteasyReactiveContainerRequestContext context, HttpServerRequest request) {
            this.context = context;
            this.request = request;
            this.routing =
                    ((ResteasyReactiveRequestContext) context.getServerRequestContext()).unwrap(RoutingContext.class);
        }

        void begin() {
            if (request.headers().contains(HttpHeaders.EXPECT)) {
                request.response().writeContinue();
            }
            request.handler(this::add)
                    .endHandler(end -> finish())
                    // The client has gone, and with it whoever would get the answer.
                    .exceptionHandler(gone -> request.connection().close())
                    .resume();
        }

        private void add(Buffer part) {
            if (limit.hold(routing, body.length(), part.length())) {
                body.appendBuffer(part);
            }
        }

        private void finish() {
            context.setEntityStream(new ByteArrayInputStream(body.getBytes()));
            context.resume();
        }
    }
}
