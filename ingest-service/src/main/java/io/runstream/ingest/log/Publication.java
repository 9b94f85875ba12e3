package io.runstream.ingest.log;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.runstream.kit.log.Topics;
import io.runstream.kit.observe.RecordTrace;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** The span of one event, from the request's wish to publish it until it is answered. Nothing while no request is traced. */
final class Publication {
    private static final Publication UNTRACED = new Publication(Span.getInvalid(), null);

    private final Span span;
    private final @Nullable Context caller;

    private Publication(Span span, @Nullable Context caller) {
        this.span = span;
        this.caller = caller;
    }

    /** To be called where the request is at hand: what comes later may run on a thread of Kafka's. */
    static Publication begin(Tracer tracer) {
        if (!Span.current().getSpanContext().isSampled()) {
            return UNTRACED;
        }
        Span span = tracer.spanBuilder("publish " + Topics.TRACKING)
                .setSpanKind(SpanKind.PRODUCER)
                .setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.destination.name", Topics.TRACKING)
                .startSpan();
        return new Publication(span, Vertx.currentContext());
    }

    /** Lets whoever reads the record go on with the trace. */
    void stamp(ProducerRecord<byte[], byte[]> record) {
        if (this != UNTRACED) {
            RecordTrace.write(span, record.headers());
        }
    }

    /** Ends with the answer, however it ends; what follows belongs to the request's trace again. */
    <T> Uni<T> over(Uni<T> answer) {
        if (this == UNTRACED) {
            return answer;
        }
        Uni<T> ended = answer.onTermination().invoke((item, failure, cancelled) -> {
            if (failure != null) {
                span.setStatus(StatusCode.ERROR);
            }
            span.end();
        });
        return caller == null ? ended : ended.emitOn(work -> caller.runOnContext(now -> work.run()));
    }
}
