package io.runstream.kit.http;

import io.runstream.api.ErrorBody;
import io.runstream.error.ApiException;
import io.runstream.error.ServiceErrors;
import io.runstream.kit.observe.RequestId;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers that are MLflow's JSON error, for exception mappers. */
public final class ErrorAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);

    private ErrorAnswers() {}

    /** With the error's own status, and {@code Retry-After} if it says when to come back. */
    public static RestResponse<ErrorBody> of(ApiException e) {
        RestResponse.ResponseBuilder<ErrorBody> response = response(e.code().httpStatus(), ErrorBody.from(e));
        Duration retryAfter = e.retryAfter();
        if (retryAfter != null) {
            response.header(HttpHeaders.RETRY_AFTER, Math.max(1, retryAfter.toSeconds()));
        }
        return response.build();
    }

    /** For what nobody foresaw, where the request is not at hand: logged once, with an id that the answer carries. */
    public static RestResponse<ErrorBody> unexpected(Throwable e, String path) {
        return unexpected(e, path, UUID.randomUUID().toString());
    }

    /** For what nobody foresaw: logged once, with the request's id, which the answer carries. */
    public static RestResponse<ErrorBody> unexpected(Throwable e, UriInfo uri, HttpHeaders request) {
        return unexpected(
                e, uri.getPath(), Objects.requireNonNullElse(request.getHeaderString(RequestId.HEADER), "none"));
    }

    private static RestResponse<ErrorBody> unexpected(Throwable e, String path, String requestId) {
        LOG.atError()
                .setCause(e)
                .addKeyValue("requestId", requestId)
                .addKeyValue("path", path)
                .log("A request failed unexpectedly");
        return of(ServiceErrors.internal(requestId));
    }

    static RestResponse<ErrorBody> of(int status, ErrorBody body) {
        return response(status, body).build();
    }

    private static RestResponse.ResponseBuilder<ErrorBody> response(int status, ErrorBody body) {
        return RestResponse.ResponseBuilder.<ErrorBody>create(status, null)
                .entity(body)
                .type(MediaType.APPLICATION_JSON_TYPE);
    }
}
