package io.runstream.ingest.http;

import io.runstream.api.request.RequestFields;
import io.runstream.ingest.log.IdempotencyKey;
import io.runstream.ingest.log.Origin;
import io.runstream.kit.access.Caller;
import io.runstream.kit.access.CurrentCaller;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyReader;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** Reads a request's body and its Idempotency-Key, and who sent it. */
@Provider
@Consumes(MediaType.WILDCARD)
public class WriteCallReader implements ServerMessageBodyReader<WriteCall> {
    @Override
    public boolean isReadable(
            Class<?> type, Type genericType, ResteasyReactiveResourceInfo resource, MediaType mediaType) {
        return type == WriteCall.class;
    }

    @Override
    public WriteCall readFrom(
            Class<WriteCall> type, Type genericType, MediaType mediaType, ServerRequestContext context)
            throws IOException {
        byte[] body = context.getInputStream().readAllBytes();
        String key = context.getRequestHeaders().getHeaderString(IdempotencyKey.HEADER);
        // Not by injection: this is read for every write, and a request's scope costs more than a look into it.
        Caller sender = CurrentCaller.of(((ResteasyReactiveRequestContext) context).unwrap(RoutingContext.class));
        return new WriteCall(
                RequestFields.ofJson(body), new Origin(sender, IdempotencyKey.from(key, body, sender.name())));
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == WriteCall.class;
    }

    @Override
    public WriteCall readFrom(
            Class<WriteCall> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body) {
        throw new UnsupportedOperationException("Servers call the other method");
    }
}
