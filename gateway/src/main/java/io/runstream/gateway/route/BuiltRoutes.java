package io.runstream.gateway.route;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The table that was made when this gateway was built. */
final class BuiltRoutes {
    static final String FILE = "routes.tsv";

    @Produces
    @Singleton
    RouteTable table() {
        return RouteTable.parse(text());
    }

    static String text() {
        try (InputStream in = BuiltRoutes.class.getResourceAsStream(FILE)) {
            return new String(Objects.requireNonNull(in, FILE).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
