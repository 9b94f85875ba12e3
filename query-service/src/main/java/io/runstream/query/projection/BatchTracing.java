package io.runstream.query.projection;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.runstream.kit.log.Topics;
import io.runstream.kit.observe.RecordTrace;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Spans of projecting. A batch holds records of many requests, so it is a trace of its own that is linked to theirs; and each
 * record that is traced gets a span in its own trace, as long as the batch, linked to the batch's. Nothing while no record
 * is traced.
 */
final class BatchTracing {
    private static final String NAME = "project " + Topics.TRACKING;

    private final Tracer tracer;

    BatchTracing(Tracer tracer) {
        this.tracer = tracer;
    }

    /** Runs the work, which takes the batch up to its commit. */
    void over(List<ConsumerRecord<byte[], byte[]>> batch, Runnable work) {
        List<ConsumerRecord<byte[], byte[]>> traced = batch.stream()
                .filter(record -> RecordTrace.of(record.headers()).isSampled())
                .toList();
        if (traced.isEmpty()) {
            work.run();
            return;
        }
        List<Span> spans = begin(traced, batch.size());
        try {
            work.run();
        } catch (RuntimeException e) {
            spans.forEach(span -> span.setStatus(StatusCode.ERROR));
            throw e;
        } finally {
            spans.forEach(Span::end);
        }
    }

    private List<Span> begin(List<ConsumerRecord<byte[], byte[]>> traced, int batchSize) {
        SpanBuilder builder = tracer.spanBuilder(NAME + " batch")
                .setNoParent()
                .setSpanKind(SpanKind.CONSUMER)
                .setAttribute("messaging.batch.message_count", batchSize);
        traced.forEach(record -> builder.addLink(RecordTrace.of(record.headers())));
        Span batch = builder.startSpan();
        List<Span> spans = new ArrayList<>(List.of(batch));
        traced.forEach(record -> spans.add(begin(record, batch.getSpanContext())));
        return spans;
    }

    private Span begin(ConsumerRecord<byte[], byte[]> record, SpanContext batch) {
        return tracer.spanBuilder(NAME)
                .setParent(Context.root().with(Span.wrap(RecordTrace.of(record.headers()))))
                .setSpanKind(SpanKind.CONSUMER)
                .addLink(batch)
                .setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.destination.partition.id", Integer.toString(record.partition()))
                .setAttribute("messaging.kafka.offset", record.offset())
                .startSpan();
    }
}
