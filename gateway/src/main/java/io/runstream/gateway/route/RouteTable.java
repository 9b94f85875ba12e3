package io.runstream.gateway.route;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which service answers a request. Made from the annotations of the services' resources when the gateway is built; nobody
 * writes it. Immutable.
 */
public final class RouteTable {
    private static final String ALIAS = "/ajax-api/";
    private static final String REST = "/*";

    private final Map<String, Map<String, Service>> literal = new HashMap<>();
    private final List<Varying> varying = new ArrayList<>();
    private final Service rest;

    private record Varying(PathPattern pattern, Map<String, Service> methods) {}

    private RouteTable(List<String[]> lines) {
        Map<String, Map<String, Service>> templates = new HashMap<>();
        Service fallback = null;
        for (String[] line : lines) {
            Service service = Service.of(line[2]);
            if (line[1].equals(REST)) {
                fallback = service;
            } else {
                Map<String, Map<String, Service>> paths = PathPattern.isLiteral(line[1]) ? literal : templates;
                paths.computeIfAbsent(line[1], path -> new LinkedHashMap<>()).put(line[0], service);
            }
        }
        this.rest = Objects.requireNonNull(fallback, "the table says who gets the rest");
        templates.forEach((template, methods) -> merge(PathPattern.of(template), methods));
        varying.sort(Comparator.comparingInt((Varying path) -> path.pattern().literals())
                .reversed());
    }

    /** Two services may call the varying part of one path by two names. */
    private void merge(PathPattern pattern, Map<String, Service> methods) {
        String regex = pattern.regex().pattern();
        varying.stream()
                .filter(other -> other.pattern().regex().pattern().equals(regex))
                .findFirst()
                .ifPresentOrElse(
                        other -> other.methods().putAll(methods), () -> varying.add(new Varying(pattern, methods)));
    }

    /** @param table lines of method, path and service, with tabs between; the path {@code /*} names who gets the rest */
    static RouteTable parse(String table) {
        return new RouteTable(table.lines().map(line -> line.split("\t", -1)).toList());
    }

    /**
     * Who answers; for a method that the path does not know, one of those who know the path, to say so.
     *
     * @param path as sent: not decoded, without the query
     */
    public Service serviceOf(String method, String path) {
        Map<String, Service> methods = methodsOf(plain(path));
        if (methods == null) {
            return rest;
        }
        Service service = methods.get(method.equals("HEAD") ? "GET" : method);
        return service != null ? service : methods.values().iterator().next();
    }

    private @Nullable Map<String, Service> methodsOf(String path) {
        Map<String, Service> exactly = literal.get(path);
        if (exactly != null) {
            return exactly;
        }
        for (Varying candidate : varying) {
            if (candidate.pattern().fits(path)) {
                return candidate.methods();
            }
        }
        return null;
    }

    /** MLflow serves every API under two prefixes, and resources are declared under one. */
    private static String plain(String path) {
        String known = path.startsWith(ALIAS) ? "/api/" + path.substring(ALIAS.length()) : path;
        return known.length() > 1 && known.endsWith("/") ? known.substring(0, known.length() - 1) : known;
    }
}
