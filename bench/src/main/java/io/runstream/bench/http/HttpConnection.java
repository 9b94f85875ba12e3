package io.runstream.bench.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP/1.1 connection of one thread: sends a request and blocks until the whole answer is there.
 *
 * <p>Written for this purpose because the generator shares its cores with the server it measures: one system call to
 * write, as a rule one to read, nothing allocated but the {@link Response}. It speaks what the servers measured here
 * answer: fixed lengths and chunks. Interrupting the thread closes the connection and fails the exchange.
 */
public final class HttpConnection implements AutoCloseable {

    /** Servers close connections that nobody uses; after this long it is opened again rather than tried. */
    private static final long IDLE_NANOS = 1_000_000_000L;

    private final InetSocketAddress address;
    private @Nullable SocketChannel channel;
    private @Nullable ResponseReader reader;
    private long lastUsed;

    public HttpConnection(InetSocketAddress address) {
        this.address = address;
    }

    /**
     * Sends all of {@code request} and reads the answer.
     *
     * @param request from its position to its limit; its position is moved
     * @param body is given the body of a successful answer
     * @throws IOException if the connection breaks or what comes back is not HTTP; the next exchange opens a new one
     */
    public Response exchange(ByteBuffer request, Body body) throws IOException {
        try {
            ResponseReader answers = open();
            SocketChannel socket = Objects.requireNonNull(channel);
            while (request.hasRemaining()) {
                socket.write(request);
            }
            Response response = answers.read(body);
            if (answers.connectionEnds()) {
                close();
            }
            lastUsed = System.nanoTime();
            return response;
        } catch (IOException failure) {
            close();
            throw failure;
        }
    }

    private ResponseReader open() throws IOException {
        ResponseReader current = reader;
        if (current != null && System.nanoTime() - lastUsed < IDLE_NANOS) {
            return current;
        }
        close();
        SocketChannel opened = SocketChannel.open(address);
        opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
        ResponseReader answers = new ResponseReader(opened);
        channel = opened;
        reader = answers;
        return answers;
    }

    @Override
    public void close() throws IOException {
        SocketChannel current = channel;
        channel = null;
        reader = null;
        if (current != null) {
            current.close();
        }
    }
}
