package io.runstream.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.runstream.kit.log.Topics;
import io.runstream.kit.observe.RecordTrace;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class BatchTracingTest {
    private final InMemorySpanExporter exported = InMemorySpanExporter.create();
    private final Tracer tracer = SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(exported))
            .build()
            .get("test");
    private final BatchTracing tracing = new BatchTracing(tracer);

    @Test
    void aTracedRecordGetsASpanInItsOwnTraceAndTheBatchIsLinkedToIt() {
        // Given
        Span publishing = tracer.spanBuilder("publish").startSpan();
        ConsumerRecord<byte[], byte[]> traced = record(7);
        RecordTrace.write(publishing, traced.headers());
        // When
        tracing.over(List.of(record(6), traced), () -> {});
        // Then
        SpanData batch = named("project runstream.tracking batch");
        SpanData one = named("project runstream.tracking");
        assertThat(one.getTraceId()).isEqualTo(publishing.getSpanContext().getTraceId());
        assertThat(one.getParentSpanId()).isEqualTo(publishing.getSpanContext().getSpanId());
        assertThat(one.getLinks())
                .extracting(LinkData::getSpanContext)
                .extracting(context -> context.getSpanId())
                .containsExactly(batch.getSpanId());
        assertThat(batch.getTraceId()).isNotEqualTo(one.getTraceId());
        assertThat(batch.getLinks())
                .extracting(link -> link.getSpanContext().getTraceId())
                .containsExactly(one.getTraceId());
    }

    @Test
    void nothingIsTracedWhereNoRecordIs() {
        tracing.over(List.of(record(1), record(2)), () -> {});

        assertThat(exported.getFinishedSpanItems()).isEmpty();
    }

    @Test
    void aHeaderThatIsNoTraceIsLeftAlone() {
        ConsumerRecord<byte[], byte[]> strange = record(1);
        strange.headers().add("traceparent", new byte[] {0, 1, 2});

        tracing.over(List.of(strange), () -> {});

        assertThat(exported.getFinishedSpanItems()).isEmpty();
    }

    @Test
    void aBatchThatFailsSaysSoInItsSpans() {
        ConsumerRecord<byte[], byte[]> traced = record(7);
        RecordTrace.write(tracer.spanBuilder("publish").startSpan(), traced.headers());
        RuntimeException failure = new IllegalStateException("no Postgres");

        assertThatThrownBy(() -> tracing.over(List.of(traced), () -> {
                    throw failure;
                }))
                .isSameAs(failure);

        assertThat(named("project runstream.tracking").getStatus().getStatusCode())
                .isEqualTo(StatusCode.ERROR);
    }

    private SpanData named(String name) {
        return exported.getFinishedSpanItems().stream()
                .filter(span -> span.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static ConsumerRecord<byte[], byte[]> record(long offset) {
        return new ConsumerRecord<>(Topics.TRACKING, 0, offset, new byte[0], new byte[0]);
    }
}
