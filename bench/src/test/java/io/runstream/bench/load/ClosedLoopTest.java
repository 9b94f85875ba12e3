package io.runstream.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.runstream.bench.http.Requests;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClosedLoopTest {

    private static final Duration WINDOW = Duration.ofMillis(300);

    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    @Test
    void pushedBackRequestIsSentAgainAndCountedOnce() {
        // Given
        server.createContext("/", exchange -> {
            boolean refuse = requests.getAndIncrement() % 2 == 0;
            if (refuse) {
                exchange.getResponseHeaders().set("Retry-After", "0");
            }
            answer(exchange, refuse ? 429 : 200);
        });

        // When
        LoadResult result = load();

        // Then
        assertThat(result.failed()).isZero();
        assertThat(result.succeeded()).isEqualTo(requests.get() / 2);
        assertThat(result.pushedBack()).isEqualTo(requests.get() - requests.get() / 2);
    }

    @Test
    void connectionThatIsToWaitBeyondTheEndStops() {
        // Given
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.getResponseHeaders().set("Retry-After", "3600");
            answer(exchange, 429);
        });

        // When
        LoadResult result = load();

        // Then
        assertThat(result.succeeded()).isZero();
        assertThat(result.pushedBack()).isEqualTo(requests.get());
    }

    @Test
    void failuresAreCountedWithTheWordsOfTheFirst() {
        // Given
        server.createContext("/", exchange -> answer(exchange, requests.getAndIncrement() == 0 ? 500 : 200));

        // When
        LoadResult result = load();

        // Then
        assertThat(result.failed()).isEqualTo(1);
        assertThat(result.firstFailure()).isEqualTo("Status 500: {}");
        assertThat(result.succeeded()).isEqualTo(requests.get() - 1);
    }

    private LoadResult load() {
        RequestSource source = Rotation.ofFixed(List.of(Requests.get("runs/get?run_id=1")));
        return new ClosedLoop(server.getAddress()).run(List.of(source), WINDOW);
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, 2);
        exchange.getResponseBody().write("{}".getBytes(StandardCharsets.US_ASCII));
        exchange.close();
    }
}
