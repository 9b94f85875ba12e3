package io.runstream.standalone;

import io.runstream.routes.WriteRoutes;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;

/** Every route that there is, from the annotations of the services' resources: nobody can forget one here. */
final class RouteList {
    /** @param template as JAX-RS writes it, with {@code {name}} for what varies */
    record Route(String method, String template) {
        /** With something in it that is fit for what varies. */
        String path() {
            return pathWith("x");
        }

        /** @param value of what varies last */
        String pathWith(String value) {
            int last = template.lastIndexOf('{');
            return last < 0
                    ? template
                    : plain(template.substring(0, last), "x") + plain(template.substring(last), value);
        }

        /** Whether it has a path in it, of several parts. */
        boolean takesPath() {
            return template.matches(".*\\{\\w+:\\s*\\.[+*].*");
        }

        private static String plain(String template, String value) {
            return template.replaceAll("\\{[^{}]*(\\{[^{}]*}[^{}]*)*}", Matcher.quoteReplacement(value));
        }
    }

    private static final List<String> SERVICES =
            List.of("query=io.runstream.query", "ingest=io.runstream.ingest", "artifact=io.runstream.artifact");

    private RouteList() {}

    static List<Route> read() throws IOException {
        return WriteRoutes.routes(SERVICES).stream()
                .map(route -> new Route(route.method(), route.path()))
                .toList();
    }
}
