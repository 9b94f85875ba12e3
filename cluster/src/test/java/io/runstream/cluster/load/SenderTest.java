package io.runstream.cluster.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SenderTest {
    private static final Write WRITE = new Write.LogMetric("r", "loss", 7);

    private final Deque<Integer> answers = new ArrayDeque<>();
    private final Set<String> keys = new LinkedHashSet<>();
    private final Totals totals = new Totals();
    private final Client client = new Client();
    private HttpServer server;
    private Sender sender;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        sender = new Sender(client, new Addresses(uri, List.of(uri), List.of(uri)), new Random(1), totals);
    }

    @AfterEach
    void stop() {
        client.close();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key")));
        int status = answers.remove();
        if (status == Answer.TOO_MANY) {
            exchange.getResponseHeaders().add("Retry-After", "0");
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    @Test
    void inDoubtItAsksAgainUnderTheSameKey() throws InterruptedException {
        answers.addAll(List.of(503, 429, 200));

        Entry entry = sender.send(WRITE, true).entry();

        assertThat(entry).isEqualTo(new Entry(WRITE, Outcome.ACKNOWLEDGED, true, 3, ""));
        assertThat(keys).hasSize(1).doesNotContain("null");
    }

    @Test
    void withoutAKeyItDoesNotRiskASecondWrite() throws InterruptedException {
        answers.addAll(List.of(429, 503));

        Entry entry = sender.send(WRITE, false).entry();

        assertThat(entry).isEqualTo(new Entry(WRITE, Outcome.IN_DOUBT, false, 2, ""));
        assertThat(keys).containsExactly("null");
        assertThat(totals.refusals()).isEqualTo(1);
        assertThat(totals.complaints()).isEmpty();
    }

    @Test
    void anErrorIsNoDoubt() throws InterruptedException {
        answers.add(404);

        assertThat(sender.send(WRITE, true).entry().outcome()).isEqualTo(Outcome.FAILED);
    }
}
