package io.runstream.kit.access.login;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.runstream.error.ApiException;
import io.runstream.error.ErrorCode;
import io.runstream.error.ServiceErrors;
import io.runstream.kit.access.AccessConfig;
import io.runstream.kit.access.Caller;
import io.runstream.kit.access.CurrentCaller;
import io.runstream.kit.http.EarlyAnswer;
import io.runstream.kit.throttle.FailedLogins;
import io.vertx.core.Context;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands before every route, be it a resource or not, and lets pass whoever says who they are. While authentication is off
 * it is not there.
 */
@Singleton
public class AuthenticationFilter {
    /** After what keeps away foreign pages, before all else: nothing is done for strangers. */
    public static final int PRIORITY = 900;

    private static final Logger LOG = LoggerFactory.getLogger(AuthenticationFilter.class);
    private static final String WWW_AUTHENTICATE = "WWW-Authenticate";
    private static final String BASIC = "Basic realm=\"mlflow\", charset=\"UTF-8\"";
    private static final String BEARER = "Bearer realm=\"mlflow\"";

    private final AccessConfig config;
    private final Instance<Logins> logins;
    private final FailedLogins failures;
    private final EarlyAnswer answers;
    private final List<String> challenges;

    @Inject
    AuthenticationFilter(
            AccessConfig config,
            IdentityProvider provider,
            Instance<Logins> logins,
            FailedLogins failures,
            EarlyAnswer answers) {
        this.config = config;
        this.logins = logins;
        this.failures = failures;
        this.answers = answers;
        this.challenges = provider.isConfigured() ? List.of(BASIC, BEARER) : List.of(BASIC);
    }

    void register(@Observes Filters filters) {
        if (config.enabled()) {
            Logins ways = logins.get();
            filters.register(context -> authenticate(ways, context), PRIORITY);
        }
    }

    private void authenticate(Logins ways, RoutingContext context) {
        if (isOpen(context)) {
            context.next();
            return;
        }
        Credentials credentials = Credentials.of(context.request().getHeader(HttpHeaders.AUTHORIZATION));
        Caller known = ways.known(credentials);
        if (known != null) {
            admit(context, known);
        } else {
            find(ways, credentials, context);
        }
    }

    /** A page's question before its request carries no credentials. */
    private static boolean isOpen(RoutingContext context) {
        return OpenPaths.include(Objects.requireNonNullElse(context.request().path(), ""))
                || context.request().method() == HttpMethod.OPTIONS;
    }

    private void find(Logins ways, Credentials credentials, RoutingContext context) {
        Duration pause = credentials instanceof Credentials.Basic basic
                ? failures.mustWait(context.request(), basic.username())
                : Duration.ZERO;
        if (!pause.isZero()) {
            refuse(context, ServiceErrors.overloaded(pause));
            return;
        }
        Context eventLoop = context.vertx().getOrCreateContext();
        ways.login(credentials, context)
                .subscribe()
                .with(
                        caller -> eventLoop.runOnContext(now -> admit(context, caller)),
                        failure -> eventLoop.runOnContext(now -> refuse(context, credentials, failure)));
    }

    private static void admit(RoutingContext context, Caller caller) {
        CurrentCaller.set(context, caller);
        context.next();
    }

    private void refuse(RoutingContext context, Credentials credentials, Throwable failure) {
        ApiException reason = failure instanceof ApiException known ? known : unexpected(failure);
        if (reason.code() == ErrorCode.UNAUTHENTICATED) {
            context.response().putHeader(WWW_AUTHENTICATE, challenges);
            if (credentials instanceof Credentials.Basic basic) {
                failures.failed(context.request(), basic.username());
            }
        }
        refuse(context, reason);
    }

    private void refuse(RoutingContext context, ApiException reason) {
        if (!context.response().ended()) {
            answers.send(context.request(), reason);
        }
    }

    private static ApiException unexpected(Throwable failure) {
        String requestId = UUID.randomUUID().toString();
        LOG.atError().setCause(failure).addKeyValue("requestId", requestId).log("Nobody could tell who is calling");
        return ServiceErrors.internal(requestId);
    }
}
