package io.runstream.kit.access.login;

import io.runstream.error.AccessErrors;
import io.runstream.kit.access.AccessConfig;
import io.runstream.kit.access.AccessControl;
import io.runstream.kit.access.Caller;
import io.runstream.kit.access.CurrentCaller;
import io.runstream.kit.access.Guard;
import io.runstream.kit.access.Guarded;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** While authentication is on, refuses resources that do not say what they ask of their callers, and administrators' to others. */
final class GuardFilter {
    private final ConcurrentMap<Method, Optional<Guard>> guards = new ConcurrentHashMap<>();
    private final boolean enabled;
    private final AccessControl access;

    @Inject
    GuardFilter(AccessConfig config, AccessControl access) {
        this.enabled = config.enabled();
        this.access = access;
    }

    /** @return null, or a Uni of null, to go on */
    @ServerRequestFilter
    @Nullable
    Uni<@Nullable Response> check(ResourceInfo resource, RoutingContext context) {
        if (!enabled) {
            return null;
        }
        Guard guard = guards.computeIfAbsent(resource.getResourceMethod(), GuardFilter::guardOf)
                .orElseThrow(AccessErrors::forbidden);
        Caller caller = CurrentCaller.of(context);
        return switch (guard) {
            case PUBLIC -> null;
            case ADMINISTRATOR -> access.requireAdministrator(caller).map(allowed -> null);
            case AUTHENTICATED,
                    SELF_OR_ADMINISTRATOR,
                    SEARCH,
                    EXPERIMENT_READ,
                    EXPERIMENT_UPDATE,
                    EXPERIMENT_DELETE,
                    EXPERIMENT_MANAGE,
                    MODEL_READ,
                    MODEL_UPDATE,
                    MODEL_DELETE,
                    MODEL_MANAGE -> requireName(caller);
        };
    }

    private static @Nullable Uni<@Nullable Response> requireName(Caller caller) {
        if (caller.name().isEmpty()) {
            throw AccessErrors.unauthenticated();
        }
        return null;
    }

    private static Optional<Guard> guardOf(Method method) {
        Guarded own = method.getAnnotation(Guarded.class);
        Guarded shared = method.getDeclaringClass().getAnnotation(Guarded.class);
        return Optional.ofNullable(own == null ? shared : own).map(Guarded::value);
    }
}
