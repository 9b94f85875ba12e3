package io.runstream.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** TCP ports of 127.0.0.1. */
public final class LoopbackPort {
    static final String HOST = "127.0.0.1";
    private static final int ANY = 0;

    private LoopbackPort() {}

    /** A port that nobody listens on now. */
    public static int free() {
        try {
            return bind(ANY);
        } catch (IOException e) {
            throw new BackendException("This machine has no free TCP port on " + HOST + ".", e);
        }
    }

    /**
     * The port to listen on: {@code wanted}, or a free one for 0.
     *
     * @throws BackendException somebody listens on {@code wanted} already
     */
    static int choose(int wanted, String forWhom) {
        if (wanted == ANY) {
            return free();
        }
        try {
            return bind(wanted);
        } catch (IOException e) {
            throw new BackendException(
                    "Port %d on %s, meant for %s, is in use: stop what listens there or choose another port."
                            .formatted(wanted, HOST, forWhom),
                    e);
        }
    }

    private static int bind(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(HOST), port));
            return socket.getLocalPort();
        }
    }
}
