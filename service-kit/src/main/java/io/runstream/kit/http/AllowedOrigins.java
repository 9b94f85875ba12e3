package io.runstream.kit.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The sites whose pages may use the server from a browser. */
final class AllowedOrigins {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern PAGE_OF_THIS_MACHINE =
            Pattern.compile("http://(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?");

    private final boolean every;
    private final Predicate<String> listed;

    private AllowedOrigins(boolean every, Predicate<String> listed) {
        this.every = every;
        this.listed = listed;
    }

    static AllowedOrigins of(List<String> patterns) {
        List<String> stripped = patterns.stream().map(String::strip).toList();
        return new AllowedOrigins(
                stripped.contains(NamePattern.ANYTHING),
                stripped.stream().map(NamePattern::of).reduce(origin -> false, Predicate::or));
    }

    /** Whether any page may read answers, which then must not depend on who the user is. */
    boolean isEvery() {
        return every;
    }

    /** Whether a page from there may read answers. */
    boolean mayRead(String origin) {
        return every || PAGE_OF_THIS_MACHINE.matcher(origin).matches() || listed.test(origin);
    }

    /** Whether a page from there may change something here, which its browser would send without asking. */
    boolean mayWrite(String origin, @Nullable String host) {
        if (every || listed.test(origin)) {
            return true;
        }
        URI page = parse(origin);
        return page != null
                && page.getHost() != null
                && (THIS_MACHINE.contains(page.getHost())
                        || page.getRawAuthority().equalsIgnoreCase(host));
    }

    private static @Nullable URI parse(String origin) {
        try {
            return new URI(origin);
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
