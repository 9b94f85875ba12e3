package io.runstream.query.answer;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerHttpResponse;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/**
 * Sends a {@link ChunkedJson}: at once if it is one chunk, else each chunk when the one before has left. A caller who
 * reads slowly, or goes away, stops the reading of the rest.
 */
@Provider
public final class ChunkedJsonWriter implements ServerMessageBodyWriter<ChunkedJson> {
    @Override
    public boolean isWriteable(
            Class<?> type, Type genericType, ResteasyReactiveResourceInfo target, MediaType mediaType) {
        return type == ChunkedJson.class;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == ChunkedJson.class;
    }

    @Override
    public void writeResponse(ChunkedJson json, Type genericType, ServerRequestContext context) {
        ServerHttpResponse response = context.serverResponse();
        if (json.first().last()) {
            response.end(json.first().bytes());
        } else {
            ResteasyReactiveRequestContext suspended = (ResteasyReactiveRequestContext) context;
            suspended.suspend();
            response.setChunked(true);
            new Transfer(json.rest(), suspended).send(json.first());
        }
    }

    /** Not used by a server that is told how to write the response itself. */
    @Override
    public void writeTo(
            ChunkedJson json,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream body)
            throws IOException {
        throw new IOException("Only a whole response can be written");
    }
}
