package io.runstream.standalone;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How others reach the server.
 *
 * @param host address to listen on
 * @param port TCP port to listen on; 0 for a free one
 * @param letEverybodyIn whether everybody who reaches the port may do everything, without a name
 * @param certificate null for plain HTTP
 * @param pathPrefix the path under which everything is served as well, {@code /mlflow} for example; null for none
 */
public record Listening(
        String host,
        int port,
        boolean letEverybodyIn,
        @Nullable Certificate certificate,
        @Nullable String pathPrefix) {
    static final String LET_EVERYBODY_IN = "--let-everybody-in";

    private static final String LOOPBACK = "127.0.0.1";

    /** For TLS: both are PEM files. */
    record Certificate(Path chain, Path key) {}

    /** This machine only, on a free port. */
    static Listening privately() {
        return new Listening(LOOPBACK, 0, false, null, null);
    }

    /**
     * Before anything is started, what the services would refuse when everything is.
     *
     * @throws StandaloneException others could come in without a name, and nobody said that they may
     */
    void requireMeant(HttpAddress address, boolean authenticated) {
        if (!authenticated && !letEverybodyIn && !address.host().isLoopbackAddress()) {
            throw StandaloneException.failed("Authentication is off, and the server would listen on " + host
                    + ": everybody who reaches it could read, change and delete everything. Turn authentication on,"
                    + " listen on this machine only (--host " + LOOPBACK + "), or say that this is meant: "
                    + LET_EVERYBODY_IN + ".");
        }
    }
}
