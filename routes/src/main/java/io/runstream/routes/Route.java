package io.runstream.routes;

import java.util.Comparator;

/**
 * A request that one of the services answers.
 *
 * @param method of HTTP, {@code GET} for example
 * @param path as JAX-RS writes it: with a slash in front, and with {@code {name}} or {@code {name: regex}} for what varies
 * @param service {@code ingest} for example
 * @param guard what it asks of its caller: {@code EXPERIMENT_READ} for example
 */
public record Route(String method, String path, String service, String guard) implements Comparable<Route> {
    private static final Comparator<Route> ORDER =
            Comparator.comparing(Route::path).thenComparing(Route::method).thenComparing(Route::service);

    @Override
    public int compareTo(Route other) {
        return ORDER.compare(this, other);
    }

    /** A line of the table, without its end. */
    public String toLine() {
        return String.join("\t", method, path, service, guard);
    }
}
