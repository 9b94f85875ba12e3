package io.runstream.artifact.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** Lets bytes flow from store to client, no faster than the client reads and without holding more than a few buffers of them. */
@Provider
public class ArtifactBodyWriter implements ServerMessageBodyWriter<ArtifactBody> {

    @Override
    public boolean isWriteable(Class<?> type, Type generic, ResteasyReactiveResourceInfo target, MediaType mediaType) {
        return isWriteable(type);
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return isWriteable(type);
    }

    @Override
    public void writeResponse(ArtifactBody body, Type generic, ServerRequestContext context) {
        ResteasyReactiveRequestContext request = (ResteasyReactiveRequestContext) context;
        HttpServerResponse response = request.unwrap(RoutingContext.class).response();
        // Said to the connection itself: what JAX-RS knows it hears only while it sends the first bytes.
        response.putHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(body.length()));
        if (body.bytes() == null) {
            response.end();
            return;
        }
        request.suspend();
        body.bytes().pipe().endOnFailure(false).to(response).onComplete(piped -> {
            if (piped.failed()) {
                // Some of it is sent: what is left to say is that it was not all.
                response.reset();
            }
            request.resume();
        });
    }

    @Override
    public void writeTo(
            ArtifactBody body,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream stream) {
        throw new UnsupportedOperationException("Artifacts are not written to streams that block");
    }

    private static boolean isWriteable(Class<?> type) {
        return type == ArtifactBody.class;
    }
}
