package io.runstream.cluster.way;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelaysTest {
    private static final int SHORT_MILLIS = 200;
    private static final int LONG_MILLIS = 10_000;

    private final Relays relays = new Relays(() -> 0);
    private Echo first;
    private Echo second;

    @BeforeEach
    void start() throws IOException {
        first = new Echo(1);
        second = new Echo(2);
    }

    @AfterEach
    void stop() throws IOException {
        relays.close();
        first.close();
        second.close();
    }

    @Test
    void whatIsSentArrivesAndIsAnswered() throws IOException {
        try (Socket client = connect(relays.way("broker", first.port()))) {
            assertThat(ask(client, LONG_MILLIS)).isEqualTo(1);
        }
    }

    @Test
    void whatIsSentToOneWhoIsCutOffArrivesWhenItIsBack() throws IOException {
        try (Socket client = connect(relays.way("broker", first.port()))) {
            ask(client, LONG_MILLIS);
            relays.cutOff("broker");
            assertThatThrownBy(() -> ask(client, SHORT_MILLIS)).isInstanceOf(SocketTimeoutException.class);
            relays.rejoin("broker");
            assertThat(client.getInputStream().read()).isEqualTo(1);
        }
    }

    @Test
    void nothingComesFromOneWhoIsCutOffEither() throws IOException {
        assumeTrue(Files.exists(Path.of("/proc/net/tcp")), "Who is at the other end is told by Linux only");
        relays.know(() -> Map.of("myself", ProcessHandle.current().pid()));
        relays.cutOff("myself");
        try (Socket client = connect(relays.way("broker", first.port()))) {
            assertThatThrownBy(() -> ask(client, SHORT_MILLIS)).isInstanceOf(SocketTimeoutException.class);
            relays.rejoin("myself");
            client.setSoTimeout(LONG_MILLIS);
            assertThat(client.getInputStream().read()).isEqualTo(1);
        }
    }

    @Test
    void aRedirectedWayBreaksItsConnectionsAndLeadsElsewhere() throws IOException {
        int way = relays.way("database", first.port());
        try (Socket old = connect(way)) {
            ask(old, LONG_MILLIS);
            relays.redirect("database", second.port());
            assertThatThrownBy(() -> {
                        while (ask(old, LONG_MILLIS) >= 0) {
                            // The first write after the break may still be taken by the system.
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
        try (Socket client = connect(way)) {
            assertThat(ask(client, LONG_MILLIS)).isEqualTo(2);
        }
    }

    private static Socket connect(int port) throws IOException {
        return new Socket(InetAddress.getByName("127.0.0.1"), port);
    }

    private static int ask(Socket client, int millis) throws IOException {
        client.setSoTimeout(millis);
        client.getOutputStream().write(0);
        return client.getInputStream().read();
    }

    /** Answers each byte with its own number. */
    private record Echo(int number, ServerSocket socket) {
        Echo(int number) throws IOException {
            this(number, new ServerSocket(0, 0, InetAddress.getByName("127.0.0.1")));
            Thread.ofVirtual().start(this::accept);
        }

        int port() {
            return socket.getLocalPort();
        }

        void close() throws IOException {
            socket.close();
        }

        private void accept() {
            try {
                while (true) {
                    Socket accepted = socket.accept();
                    Thread.ofVirtual().start(() -> answer(accepted));
                }
            } catch (IOException e) {
                // It was closed.
            }
        }

        private void answer(Socket accepted) {
            try (accepted) {
                while (accepted.getInputStream().read() >= 0) {
                    accepted.getOutputStream().write(number);
                }
            } catch (IOException e) {
                // The other end is gone.
            }
        }
    }
}
