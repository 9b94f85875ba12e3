package io.runstream.query.answer;

import io.runstream.query.answer.ChunkedJson.Chunk;
import io.runstream.query.answer.ChunkedJson.Source;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ServerHttpResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One answer on its way, chunk after chunk. */
final class Transfer {
    private static final Logger LOG = LoggerFactory.getLogger(Transfer.class);

    private final Source rest;
    private final ResteasyReactiveRequestContext context;
    private final ServerHttpResponse response;

    Transfer(Source rest, ResteasyReactiveRequestContext context) {
        this.rest = rest;
        this.context = context;
        this.response = context.serverResponse();
    }

    void send(Chunk chunk) {
        response.write(chunk.bytes(), failure -> {
            if (failure != null || response.closed()) {
                context.resume();
            } else if (chunk.last()) {
                response.end();
                context.resume();
            } else {
                rest.next().subscribe().with(this::send, this::cutOff);
            }
        });
    }

    /** The head is sent, so no error can be answered. A connection that breaks is better than half an answer. */
    private void cutOff(Throwable failure) {
        LOG.atWarn().setCause(failure).log("An answer broke off while it was being sent");
        response.reset();
        context.resume();
    }
}
