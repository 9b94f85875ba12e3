package io.runstream.kit.http;

import io.vertx.core.net.HostAndPort;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The names a server goes by. A browser that was led here by a name of somebody else's (DNS rebinding) takes that one's page
 * for ours, and lets it read everything; only the header {@code Host} gives it away.
 */
final class AllowedHosts {
    /** The word for what is answered if nobody says otherwise. */
    private static final String DEFAULT = "private";

    private static final Set<String> OWN = Set.of("localhost", "127.0.0.1", "[::1]", "0.0.0.0");

    /** Addresses only. MLflow takes every name that begins like one, {@code 10.evil.example} too. */
    private static final Pattern PRIVATE =
            Pattern.compile("10(\\.\\d{1,3}){3}|(192\\.168|172\\.(1[6-9]|2\\d|3[01]))(\\.\\d{1,3}){2}"
                    + "|\\[f[cd][0-9a-f]{2}:[0-9a-f:.]*]");

    private final Predicate<String> allowed;

    private AllowedHosts(Predicate<String> allowed) {
        this.allowed = allowed;
    }

    /** Loopback and private networks. */
    static AllowedHosts byDefault() {
        return new AllowedHosts(
                host -> OWN.contains(host) || PRIVATE.matcher(host).matches());
    }

    static AllowedHosts of(List<String> patterns) {
        return new AllowedHosts(patterns.stream()
                .map(pattern -> pattern.strip().toLowerCase(Locale.ROOT))
                .map(pattern -> pattern.equals(DEFAULT) ? byDefault().allowed : NamePattern.of(pattern))
                .reduce(host -> false, Predicate::or));
    }

    /** @param host null for a request that names none, or nothing that can be one */
    boolean allows(@Nullable HostAndPort host) {
        if (host == null) {
            return false;
        }
        String name = host.host().toLowerCase(Locale.ROOT);
        return allowed.test(name) || allowed.test(name + ":" + host.port());
    }
}
