package io.runstream.kit.access;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Objects;

/** Who sent the request at hand. To be asked before the first asynchronous step. */
@Singleton
public class CurrentCaller {
    private static final String KEY = CurrentCaller.class.getName();

    private final CurrentVertxRequest request;

    @Inject
    CurrentCaller(CurrentVertxRequest request) {
        this.request = request;
    }

    public Caller get() {
        return of(request.getCurrent());
    }

    /** For routes that are no resources, and for whoever needs to know on every request: it costs a look into a map. */
    public static Caller of(RoutingContext context) {
        return Objects.requireNonNullElse(context.get(KEY), Caller.ANYONE);
    }

    /** For whoever has found it out. */
    public static void set(RoutingContext context, Caller caller) {
        context.put(KEY, caller);
    }
}
