package io.runstream.kit.http;

import io.runstream.api.ErrorBody;
import io.runstream.error.ApiException;
import io.runstream.error.ErrorCode;
import io.runstream.error.ServiceErrors;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whatever goes wrong, the answer is MLflow's JSON error, with nothing in it that is not the caller's business. */
final class ErrorMappers {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorMappers.class);

    @ServerExceptionMapper
    RestResponse<ErrorBody> refused(ApiException e) {
        RestResponse.ResponseBuilder<ErrorBody> response = response(e.code().httpStatus(), ErrorBody.from(e));
        if (e.retryAfter() != null) {
            response.header(HttpHeaders.RETRY_AFTER, Math.max(1, e.retryAfter().toSeconds()));
        }
        return response.build();
    }

    @ServerExceptionMapper
    RestResponse<ErrorBody> noSuchPath(NotFoundException e, UriInfo uri) {
        return refused(ServiceErrors.endpointNotFound(uri.getPath()));
    }

    /** Refused by the HTTP layer itself: wrong method, body too large, .. */
    @ServerExceptionMapper
    RestResponse<ErrorBody> refusedByHttp(WebApplicationException e) {
        Response.StatusType status = e.getResponse().getStatusInfo();
        ErrorCode code = status.getStatusCode() < 500 ? ErrorCode.BAD_REQUEST : ErrorCode.INTERNAL_ERROR;
        return response(status.getStatusCode(), ErrorBody.of(code, status.getReasonPhrase()))
                .build();
    }

    @ServerExceptionMapper
    RestResponse<ErrorBody> unexpected(Throwable e, UriInfo uri) {
        String requestId = UUID.randomUUID().toString();
        LOG.atError()
                .setCause(e)
                .addKeyValue("requestId", requestId)
                .addKeyValue("path", uri.getPath())
                .log("A request failed unexpectedly");
        return refused(ServiceErrors.internal(requestId));
    }

    private static RestResponse.ResponseBuilder<ErrorBody> response(int status, ErrorBody body) {
        return RestResponse.ResponseBuilder.<ErrorBody>create(status, null)
                .entity(body)
                .type(MediaType.APPLICATION_JSON_TYPE);
    }
}
