package io.runstream.standalone;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Takes spans as an OpenTelemetry collector does (OTLP over HTTP), and keeps what the tests ask for. */
final class TraceReceiver implements AutoCloseable {
    private final HttpServer server;
    private final List<Span> spans = new CopyOnWriteArrayList<>();

    /** Ids in hexadecimal. */
    record Span(String traceId, String name) {}

    TraceReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", this::receive);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The names of the spans of one trace. */
    List<String> namesIn(String traceId) {
        return spans.stream()
                .filter(span -> span.traceId().equals(traceId))
                .map(Span::name)
                .toList();
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            UnknownFieldSet request = UnknownFieldSet.parseFrom(exchange.getRequestBody());
            // ExportTraceServiceRequest.resource_spans.scope_spans.spans
            messages(request, 1)
                    .flatMap(resource -> messages(resource, 2))
                    .flatMap(scope -> messages(scope, 2))
                    .map(TraceReceiver::span)
                    .forEach(spans::add);
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private static Span span(UnknownFieldSet span) {
        return new Span(
                HexFormat.of().formatHex(bytes(span, 1).toByteArray()),
                bytes(span, 5).toStringUtf8());
    }

    private static ByteString bytes(UnknownFieldSet message, int field) {
        return message.getField(field).getLengthDelimitedList().getFirst();
    }

    private static Stream<UnknownFieldSet> messages(UnknownFieldSet message, int field) {
        return message.getField(field).getLengthDelimitedList().stream().map(TraceReceiver::parse);
    }

    private static UnknownFieldSet parse(ByteString bytes) {
        try {
            return UnknownFieldSet.parseFrom(bytes);
        } catch (IOException e) {
            throw new AssertionError("not what OTLP sends", e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
