package io.runstream.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;

/**
 * Where the server listens.
 *
 * @param host an address of this machine, or all of them
 * @param port was free a moment ago
 */
record HttpAddress(InetAddress host, int port, boolean isTls) {

    /**
     * Binds and lets go again, so that a port in use is refused before anything has started.
     *
     * @throws StandaloneException the port is in use, or the host is none of this machine's
     */
    static HttpAddress choose(Listening listening) {
        String host = listening.host();
        int port = listening.port();
        InetAddress address;
        try {
            address = InetAddress.getByName(host);
        } catch (IOException e) {
            throw StandaloneException.failed("There is no host named " + host + " (--host).", e);
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
            return new HttpAddress(address, socket.getLocalPort(), listening.certificate() != null);
        } catch (IOException e) {
            throw StandaloneException.failed(
                    "Port %d on %s is in use or not allowed: stop what listens there or choose another port (--port)."
                            .formatted(port, host),
                    e);
        }
    }

    /** For clients on this machine; loopback if the server listens on all addresses. */
    URI url() {
        String name = host.isAnyLocalAddress() ? "127.0.0.1" : host.getHostAddress();
        return URI.create(
                (isTls ? "https://" : "http://") + (name.contains(":") ? "[" + name + "]" : name) + ":" + port);
    }
}
