package io.runstream.routes;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jspecify.annotations.Nullable;

/**
 * Reads routes from the annotations of JAX-RS. What it could not tell apart it refuses: a request that reaches the wrong
 * service, or none, must be found when building. So must one that does not say who may send it.
 */
final class RouteReader {
    private static final String JAX_RS = "jakarta.ws.rs.";
    private static final DotName PATH = DotName.createSimple(JAX_RS + "Path");
    private static final DotName ROUTER = DotName.createSimple("io.vertx.ext.web.Router");
    private static final DotName OBSERVES = DotName.createSimple("jakarta.enterprise.event.Observes");
    private static final DotName GUARDED = DotName.createSimple("io.runstream.kit.access.Guarded");
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");

    private final Services services;

    RouteReader(Services services) {
        this.services = services;
    }

    /** @throws RouteException two services want the same request, or something can't be read from annotations */
    SortedSet<Route> read(IndexView index) {
        SortedMap<String, Route> routes = new TreeMap<>();
        for (ClassInfo type : index.getKnownClasses()) {
            if (type.name().toString().startsWith(Services.OURS)) {
                type.methods().forEach(method -> read(type, method, routes));
            }
        }
        return new TreeSet<>(routes.values());
    }

    private void read(ClassInfo type, MethodInfo method, SortedMap<String, Route> routes) {
        List<String> verbs = METHODS.stream()
                .filter(verb -> method.hasDeclaredAnnotation(DotName.createSimple(JAX_RS + verb)))
                .toList();
        if (verbs.isEmpty()) {
            refuseHiddenRoutes(type, method);
            return;
        }
        String path = path(type.declaredAnnotation(PATH)) + path(method.declaredAnnotation(PATH));
        for (String verb : verbs) {
            String guard = guardOf(type, method, verb + " " + path);
            Route route = new Route(verb, path.isEmpty() ? "/" : path, serviceOf(type), guard);
            Route other = routes.put(verb + " " + sameForAnyNames(path), route);
            if (other != null && !other.service().equals(route.service())) {
                throw new RouteException("Both " + other.service() + " and " + route.service() + " answer " + verb + " "
                        + path + ": a request can go to one of them only");
            }
        }
    }

    private void refuseHiddenRoutes(ClassInfo type, MethodInfo method) {
        if (method.hasDeclaredAnnotation(PATH)) {
            throw new RouteException(type.name() + "." + method.name() + " has a path and no method of HTTP: what a"
                    + " sub-resource answers is not seen when building. Give each method its whole path");
        }
        boolean makesRoutes = method.parameters().stream()
                .anyMatch(parameter -> parameter.type().name().equals(ROUTER) && parameter.hasAnnotation(OBSERVES));
        if (makesRoutes && !serviceOf(type).equals(services.fallback())) {
            throw new RouteException(type.name() + " makes routes while it starts, which are not seen when building."
                    + " Only " + services.fallback() + ", which gets what nobody is named for, may: use JAX-RS");
        }
        if (makesRoutes) {
            guardOf(type, method, "requests by routes that it makes while it starts");
        }
    }

    private static String guardOf(ClassInfo type, MethodInfo method, String answered) {
        AnnotationInstance own = method.declaredAnnotation(GUARDED);
        AnnotationInstance guard = own == null ? type.declaredAnnotation(GUARDED) : own;
        if (guard == null) {
            throw new RouteException(type.name() + "." + method.name() + " answers " + answered
                    + " and does not say who may send them: annotate it, or its class, with @Guarded");
        }
        return guard.value().asEnum();
    }

    private String serviceOf(ClassInfo type) {
        String name = type.name().toString();
        return services.of(name)
                .orElseThrow(() -> new RouteException(
                        name + " answers requests and belongs to no service: move it into one of " + services.names()));
    }

    private static String path(@Nullable AnnotationInstance annotation) {
        if (annotation == null) {
            return "";
        }
        String path = annotation.value().asString().replaceAll("^/|/$", "");
        return path.isEmpty() ? "" : "/" + path;
    }

    private static String sameForAnyNames(String path) {
        return path.replaceAll("\\{\\s*\\w+\\s*(:[^{}]*)?}", "{$1}");
    }

    /** For the caller that has them as a list. */
    static String toTable(Collection<Route> routes, Services services) {
        StringBuilder table = new StringBuilder();
        routes.forEach(route -> table.append(route.toLine()).append('\n'));
        return table.append(new Route("*", "/*", services.fallback(), "AUTHENTICATED").toLine())
                .append('\n')
                .toString();
    }
}
