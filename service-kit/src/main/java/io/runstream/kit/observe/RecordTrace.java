package io.runstream.kit.observe;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** A record's place in a trace: W3C's {@code traceparent} in its headers, as any OpenTelemetry client of Kafka writes it. */
public final class RecordTrace {
    private static final W3CTraceContextPropagator W3C = W3CTraceContextPropagator.getInstance();
    private static final String PARENT = "traceparent";
    private static final TextMapSetter<Headers> SETTER = RecordTrace::set;
    private static final TextMapGetter<Headers> GETTER = new HeaderGetter();

    private RecordTrace() {}

    /** Makes the record a child of the span. */
    public static void write(Span span, Headers headers) {
        W3C.inject(Context.root().with(span), headers, SETTER);
    }

    /** The span that published the record; invalid if it was not traced. */
    public static SpanContext of(Headers headers) {
        if (headers.lastHeader(PARENT) == null) {
            return SpanContext.getInvalid();
        }
        return Span.fromContext(W3C.extract(Context.root(), headers, GETTER)).getSpanContext();
    }

    private static void set(@Nullable Headers headers, String key, String value) {
        if (headers != null) {
            headers.add(key, value.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static final class HeaderGetter implements TextMapGetter<Headers> {
        @Override
        public Iterable<String> keys(Headers headers) {
            return Arrays.stream(headers.toArray()).map(Header::key).toList();
        }

        @Override
        public @Nullable String get(@Nullable Headers headers, String key) {
            Header header = headers == null ? null : headers.lastHeader(key);
            return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
        }
    }
}
