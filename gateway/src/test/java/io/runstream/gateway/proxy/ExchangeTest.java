package io.runstream.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExchangeTest {
    private static final int CHUNK = 64 * 1024;
    private static final long LARGE = 256L * 1024 * 1024;

    private final GatewayFixture fixture = new GatewayFixture();

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void passesOnWhatTheClientSentAndSaysWhereItCameFrom() throws Exception {
        // Given
        fixture.replica(request -> request.bodyHandler(body -> request.response()
                .putHeader("x-answer", "yes")
                .end(String.join(
                        "\n",
                        request.method() + " " + request.uri(),
                        body.toString(),
                        request.getHeader("Idempotency-Key"),
                        request.getHeader("X-Forwarded-For"),
                        request.getHeader("X-Forwarded-Proto"),
                        request.getHeader("X-Forwarded-Host"),
                        request.getHeader("Host")))));
        // When
        HttpResponse<String> answer = fixture.send(fixture.request("/api/a%20b?x=1&y=%2F")
                .header("Idempotency-Key", "key 1")
                .header("X-Forwarded-For", "6.6.6.6")
                .method("PATCH", BodyPublishers.ofString("{\"a\":1}")));
        // Then
        String host = fixture.url().getAuthority();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("x-answer")).hasValue("yes");
        assertThat(answer.body().lines())
                .containsExactly("PATCH /api/a%20b?x=1&y=%2F", "{\"a\":1}", "key 1", "127.0.0.1", "http", host, host);
    }

    @Test
    void believesAProxyThatIsTrustedAndAddsItToTheOthers() throws Exception {
        // Given
        fixture.trust("127.0.0.0/8");
        fixture.replica(request -> request.response()
                .end(request.getHeader("X-Forwarded-For") + " " + request.getHeader("X-Forwarded-Proto")));
        // When
        HttpResponse<String> answer = fixture.send(
                fixture.request("/").header("X-Forwarded-For", "6.6.6.6").header("X-Forwarded-Proto", "https"));
        // Then
        assertThat(answer.body()).isEqualTo("6.6.6.6, 127.0.0.1 https");
    }

    @Test
    void believesNobodyElse() throws Exception {
        fixture.trust("10.0.0.0/8");
        fixture.replica(request -> request.response()
                .end(request.getHeader("X-Forwarded-For") + " " + request.getHeader("X-Forwarded-Proto") + " "
                        + request.getHeader("Forwarded")));
        HttpResponse<String> answer = fixture.send(fixture.request("/")
                .header("X-Forwarded-For", "6.6.6.6")
                .header("X-Forwarded-Proto", "https")
                .header("Forwarded", "for=6.6.6.6"));
        assertThat(answer.body()).isEqualTo("127.0.0.1 http null");
    }

    @Test
    void triesTheNextReplicaWhenOneTakesNoConnection() throws Exception {
        // Given
        fixture.absentReplica();
        AtomicInteger received = new AtomicInteger();
        fixture.replica(request -> request.bodyHandler(body -> {
            received.incrementAndGet();
            request.response().end(body);
        }));
        // When
        for (int i = 0; i < 4; i++) {
            HttpResponse<String> answer =
                    fixture.send(fixture.request("/write").POST(BodyPublishers.ofString("body " + i)));
            // Then
            assertThat(answer.body()).isEqualTo("body " + i);
        }
        assertThat(received).hasValue(4);
    }

    @Test
    void answersAsMlflowWouldWhenNobodyTakesAConnection() throws Exception {
        fixture.absentReplica();
        HttpResponse<String> answer = fixture.send(fixture.request("/write").POST(BodyPublishers.ofString("body")));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/json");
        assertThat(answer.body())
                .startsWith(
                        "{\"error_code\":\"TEMPORARILY_UNAVAILABLE\",\"message\":\"The query service can't be reached now.\"");
    }

    @Test
    void asksAnotherReplicaToReadWhenOneGoesAwayWithTheRequest() throws Exception {
        // Given
        AtomicInteger received = new AtomicInteger();
        fixture.replica(request -> {
            received.incrementAndGet();
            request.connection().close();
        });
        fixture.replica(request -> request.response().end("read"));
        // When
        HttpResponse<String> read = fixture.send(fixture.request("/read").GET());
        // Then
        assertThat(read.body()).isEqualTo("read");
        assertThat(received).hasValue(1);
    }

    @Test
    void neverSendsAWriteTwiceToWhoMayHaveDoneIt() throws Exception {
        AtomicInteger received = new AtomicInteger();
        fixture.replica(request -> request.bodyHandler(body -> {
            received.incrementAndGet();
            request.connection().close();
        }));
        fixture.replica(request -> request.bodyHandler(body -> {
            received.incrementAndGet();
            request.connection().close();
        }));
        HttpResponse<String> answer = fixture.send(fixture.request("/write").POST(BodyPublishers.ofString("body")));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("The query service did not answer.");
        assertThat(received).hasValue(1);
    }

    @Test
    void lendsASlowClientNoMoreThanItReads() throws Exception {
        // Given
        AtomicLong written = new AtomicLong();
        fixture.replica(request -> write(request.response().setChunked(true), written));
        // When
        HttpResponse<InputStream> answer =
                fixture.sendForStream(fixture.request("/large").GET());
        try (InputStream body = answer.body()) {
            long read = body.readNBytes(CHUNK).length;
            // Then
            assertThat(written.get()).isLessThan(LARGE / 4);
            for (int n = body.read(new byte[CHUNK]); n >= 0; n = body.read(new byte[CHUNK])) {
                read += n;
            }
            assertThat(read).isEqualTo(LARGE);
        }
    }

    @Test
    void breaksOffAnUploadThatBrokeOff() throws Exception {
        // Given
        CompletableFuture<Buffer> begun = new CompletableFuture<>();
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        fixture.replica(request -> request.handler(begun::complete)
                .exceptionHandler(failure::complete)
                .endHandler(end -> failure.complete(new AssertionError("taken for whole"))));
        // When
        try (Socket client = new Socket("127.0.0.1", fixture.url().getPort())) {
            client.getOutputStream()
                    .write("PUT /file HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n4\r\npart\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(begun.get(30, TimeUnit.SECONDS)).hasToString("part");
        }
        // Then
        assertThat(failure.get(30, TimeUnit.SECONDS)).isNotInstanceOf(AssertionError.class);
    }

    @Test
    void breaksOffAnAnswerThatBrokeOff() {
        fixture.replica(request -> request.response()
                .putHeader("content-length", "1000")
                .write("only this")
                .onComplete(done -> request.connection().close()));
        assertThatThrownBy(() -> fixture.send(fixture.request("/broken").GET())).isInstanceOf(IOException.class);
    }

    @Test
    void keepsTheLengthOfAnAnswerWithoutABody() throws Exception {
        fixture.replica(request -> request.response()
                .putHeader("content-length", "42")
                .end(request.method().name().equals("HEAD") ? "" : "x".repeat(42)));
        HttpResponse<String> answer = fixture.send(fixture.request("/file").method("HEAD", BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-length")).hasValue("42");
    }

    private static void write(HttpServerResponse response, AtomicLong written) {
        Buffer chunk = Buffer.buffer("x".repeat(CHUNK).getBytes(StandardCharsets.US_ASCII));
        while (written.get() < LARGE) {
            if (response.writeQueueFull()) {
                response.drainHandler(drained -> write(response, written));
                return;
            }
            written.addAndGet(CHUNK);
            var unused = response.write(chunk);
        }
        response.end();
    }
}
