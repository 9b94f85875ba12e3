package io.runstream.cluster.way;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Hands connections on to another port, byte by byte. While one of a connection's gates is closed its bytes wait, as they
 * do when a cable is pulled: neither end is told. Thread-safe.
 */
final class Relay implements AutoCloseable {
    private static final int BUFFER = 32 * 1024;

    private final ServerSocket server;
    private final Gates gates;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile int target;

    /** What a connection has to pass. */
    interface Gates {
        List<Gate> of(Socket accepted);
    }

    private Relay(ServerSocket server, int target, Gates gates) {
        this.server = server;
        this.target = target;
        this.gates = gates;
    }

    /** @param port 0 for a free one */
    static Relay start(int port, int target, Gates gates) {
        try {
            ServerSocket server = new ServerSocket();
            server.setReuseAddress(true);
            server.bind(loopback(port));
            Relay relay = new Relay(server, target, gates);
            Thread.ofVirtual().name("relay-" + server.getLocalPort()).start(relay::accept);
            return relay;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.getLocalPort();
    }

    /** Breaks every connection, and hands new ones on to another port. */
    void redirect(int newTarget) {
        target = newTarget;
        sockets.forEach(Relay::reset);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket accepted = server.accept();
                Thread.ofVirtual().start(() -> serve(accepted));
            } catch (IOException e) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void serve(Socket accepted) {
        sockets.add(accepted);
        Socket onward = new Socket();
        sockets.add(onward);
        try {
            List<Gate> its = gates.of(accepted);
            pass(its);
            onward.connect(loopback(target));
            Thread back = Thread.ofVirtual().start(() -> pump(onward, accepted, its));
            pump(accepted, onward, its);
            back.join();
        } catch (IOException | InterruptedException e) {
            reset(accepted);
        } finally {
            close(accepted);
            close(onward);
            sockets.remove(accepted);
            sockets.remove(onward);
        }
    }

    /** Until one end has no more to say, or breaks: then so does the other. */
    private static void pump(Socket from, Socket to, List<Gate> gates) {
        byte[] buffer = new byte[BUFFER];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                pass(gates);
                out.write(buffer, 0, read);
            }
            to.shutdownOutput();
        } catch (IOException e) {
            reset(to);
            reset(from);
        }
    }

    private static void pass(List<Gate> gates) throws InterruptedIOException {
        try {
            for (Gate gate : gates) {
                gate.pass();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    /** The other end is told that the connection broke, not that it ended. */
    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // It is broken already.
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed already.
        }
    }

    private static InetSocketAddress loopback(int port) throws IOException {
        return new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sockets.forEach(Relay::reset);
    }
}
