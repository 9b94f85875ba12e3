package io.runstream.gateway.proxy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.runstream.api.ErrorBody;
import io.runstream.error.ApiException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.UncheckedIOException;
import java.time.Duration;

/** An answer that the gateway gives itself, as MLflow's JSON error. */
final class Refusal {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Refusal() {}

    /** The rest of the request's body is not read: the connection ends with the answer. */
    static void send(HttpServerRequest request, ApiException error) {
        HttpServerResponse response = request.response();
        if (response.headWritten()) {
            // Too late for an answer: the client must not take what it has for all of it.
            response.reset();
            return;
        }
        response.setStatusCode(error.code().httpStatus())
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader("X-Content-Type-Options", "nosniff");
        Duration retryAfter = error.retryAfter();
        if (retryAfter != null) {
            response.putHeader("Retry-After", String.valueOf(Math.max(1, retryAfter.toSeconds())));
        }
        if (Headers.hasBody(request.headers()) && !request.isEnded()) {
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        response.end(json(error));
        request.resume();
    }

    private static String json(ApiException error) {
        try {
            return JSON.writeValueAsString(ErrorBody.from(error));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
