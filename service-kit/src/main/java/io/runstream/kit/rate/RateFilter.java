package io.runstream.kit.rate;

import io.github.bucket4j.TimeMeter;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.runstream.error.ServiceErrors;
import io.runstream.kit.access.Caller;
import io.runstream.kit.access.CurrentCaller;
import io.runstream.kit.http.EarlyAnswer;
import io.runstream.kit.http.Probes;
import io.runstream.kit.throttle.ClientAddress;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Stands in front of every route, behind the one who asks for names. */
@Singleton
class RateFilter {
    private static final int PRIORITY = 100;

    private final RateLimit limit;
    private final EarlyAnswer answer;

    @Inject
    RateFilter(RateConfig config, EarlyAnswer answer) {
        this.limit = new RateLimit(config, TimeMeter.SYSTEM_NANOTIME);
        this.answer = answer;
    }

    void register(@Observes Filters filters) {
        if (!limit.isOff()) {
            filters.register(this::check, PRIORITY);
        }
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (Probes.include(request)) {
            context.next();
            return;
        }
        String caller = nameOf(context);
        Duration wait = limit.ask(caller);
        if (wait.isZero()) {
            context.addEndHandler(over ->
                    limit.spent(caller, request.bytesRead() + request.response().bytesWritten()));
            context.next();
        } else {
            answer.send(request, ServiceErrors.rateLimited(wait));
        }
    }

    private static String nameOf(RoutingContext context) {
        Caller caller = CurrentCaller.of(context);
        return caller.name().isEmpty() ? "at " + ClientAddress.of(context.request()) : "as " + caller.name();
    }
}
