package io.runstream.query.outage;

import io.runstream.api.ErrorBody;
import io.runstream.error.ServiceErrors;
import io.runstream.kit.http.ErrorAnswers;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A read that Postgres can't answer now may be sent again later: that is 503, not 500. */
final class StoreOutageMapper {
    private static final Logger LOG = LoggerFactory.getLogger(StoreOutageMapper.class);

    @ServerExceptionMapper
    RestResponse<ErrorBody> unreachable(IOException e) {
        return unavailable(e);
    }

    @ServerExceptionMapper
    RestResponse<ErrorBody> disconnected(ClosedConnectionException e) {
        return unavailable(e);
    }

    @ServerExceptionMapper
    RestResponse<ErrorBody> refused(PgException e, UriInfo uri, HttpHeaders request) {
        return StoreOutage.isReasonFor(e) ? unavailable(e) : ErrorAnswers.unexpected(e, uri, request);
    }

    private static RestResponse<ErrorBody> unavailable(Exception e) {
        LOG.debug("Postgres does not answer", e);
        return ErrorAnswers.of(ServiceErrors.storeUnavailable());
    }
}
