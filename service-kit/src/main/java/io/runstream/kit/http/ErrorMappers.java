package io.runstream.kit.http;

import io.runstream.api.ErrorBody;
import io.runstream.error.ApiException;
import io.runstream.error.ErrorCode;
import io.runstream.error.ServiceErrors;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Whatever goes wrong, the answer is MLflow's JSON error, with nothing in it that is not the caller's business. */
final class ErrorMappers {
    @ServerExceptionMapper
    RestResponse<ErrorBody> refused(ApiException e) {
        return ErrorAnswers.of(e);
    }

    @ServerExceptionMapper
    RestResponse<ErrorBody> noSuchPath(NotFoundException e, UriInfo uri) {
        return ErrorAnswers.of(ServiceErrors.endpointNotFound(uri.getPath()));
    }

    /** Refused by the HTTP layer itself: wrong method, body too large, .. */
    @ServerExceptionMapper
    RestResponse<ErrorBody> refusedByHttp(WebApplicationException e) {
        Response.StatusType status = e.getResponse().getStatusInfo();
        ErrorCode code = status.getStatusCode() < 500 ? ErrorCode.BAD_REQUEST : ErrorCode.INTERNAL_ERROR;
        return ErrorAnswers.of(status.getStatusCode(), ErrorBody.of(code, status.getReasonPhrase()));
    }

    @ServerExceptionMapper
    RestResponse<ErrorBody> unexpected(Throwable e, UriInfo uri, HttpHeaders request) {
        return ErrorAnswers.unexpected(e, uri, request);
    }
}
