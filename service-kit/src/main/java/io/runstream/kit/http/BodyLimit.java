package io.runstream.kit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.arc.All;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.runstream.api.ErrorBody;
import io.runstream.error.ErrorCode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** Refuses bodies that would fill the memory. Quarkus' own limit is one for all requests. */
@ApplicationScoped
class BodyLimit {
    /** Where Quarkus looks, while it reads a body, for how much of it may come. */
    private static final String QUARKUS_LIMIT = "io.quarkus.max-request-size";

    /** After Quarkus' own limit, which says there is none. */
    private static final int PRIORITY = 1;

    private static final int STATUS = HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE.code();
    private static final ErrorBody TOO_LARGE = ErrorBody.of(ErrorCode.BAD_REQUEST, "Request Entity Too Large");

    private final long limit;
    private final List<StreamedBodies> streamed;
    private final ObjectMapper json;

    BodyLimit(HttpConfig config, @All List<StreamedBodies> streamed, ObjectMapper json) {
        this.json = json;
        this.limit = config.maxBodySize().asLongValue();
        this.streamed = streamed;
    }

    void install(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        String path = Objects.requireNonNullElse(request.path(), "");
        if (streamed.stream().anyMatch(bodies -> bodies.include(request.method().name(), path))) {
            context.next();
            return;
        }
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && Long.parseLong(length) > limit) {
            refuse(context);
            return;
        }
        context.put(QUARKUS_LIMIT, limit);
        context.next();
    }

    /** What the client goes on sending is not read. */
    private void refuse(RoutingContext context) {
        HttpServerResponse response = context.response();
        response.setStatusCode(STATUS);
        response.putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
        if (context.request().version() != HttpVersion.HTTP_2) {
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        try {
            response.end(Buffer.buffer(json.writeValueAsBytes(TOO_LARGE)))
                    .onComplete(sent -> context.request().connection().close());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
