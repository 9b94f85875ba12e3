package io.runstream.gateway.upstream;

import java.net.URI;

/** One process of a service. Safe for use by several threads. */
public final class Replica {
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    private final URI address;
    private volatile boolean avoided;
    private volatile long avoidedUntil;

    Replica(URI address) {
        if (address.getHost() == null || !("http".equals(address.getScheme()) || "https".equals(address.getScheme()))) {
            throw new IllegalArgumentException(
                    "A replica's address is http://host:port, not " + address + " (runstream.gateway.*)");
        }
        this.address = address;
    }

    public String host() {
        return address.getHost();
    }

    public int port() {
        if (address.getPort() >= 0) {
            return address.getPort();
        }
        return isTls() ? HTTPS_PORT : HTTP_PORT;
    }

    public boolean isTls() {
        return "https".equals(address.getScheme());
    }

    /** Whether it should get a request: not when it could not be reached lately. */
    boolean isWanted(long now) {
        return !avoided || now - avoidedUntil >= 0;
    }

    /** @return whether that is news */
    boolean avoidUntil(long nanos) {
        boolean news = !avoided;
        avoidedUntil = nanos;
        avoided = true;
        return news;
    }

    /** @return whether that is news */
    boolean welcome() {
        boolean news = avoided;
        if (news) {
            avoided = false;
        }
        return news;
    }

    @Override
    public String toString() {
        return address.toString();
    }
}
