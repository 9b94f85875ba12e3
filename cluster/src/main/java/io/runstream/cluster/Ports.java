package io.runstream.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * TCP ports of 127.0.0.1 that stay a process's own while it is down: none of those that the system gives to outgoing
 * connections.
 */
public final class Ports {
    private static final int FIRST = 15_000;
    private static final int BEHIND_LAST = 32_000;

    private final RandomGenerator random;
    private final Set<Integer> taken = new HashSet<>();

    /** @param random which of the free ones are tried */
    public Ports(RandomGenerator random) {
        this.random = random;
    }

    /** One that nobody listens on now, and that was not given out before. */
    public synchronized int next() {
        while (true) {
            int port = random.nextInt(FIRST, BEHIND_LAST);
            if (taken.add(port) && isFree(port)) {
                return port;
            }
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
