package io.runstream.kit.access.login;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.common.OidcResponseFilter;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.VertxException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.UnresolvableKeyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the identity provider answered when it was last asked. The log hears of it when that changes. Thread-safe. */
@Singleton
class ProviderReachability implements OidcResponseFilter {
    private static final Logger LOG = LoggerFactory.getLogger(ProviderReachability.class);

    /** As long as nothing is known of the provider, it is asked this often, whatever the number of callers. */
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);

    private final LongSupplier nanoTime;
    private final AtomicBoolean away = new AtomicBoolean();
    private final AtomicLong nextTry;

    @Inject
    ProviderReachability() {
        this(System::nanoTime);
    }

    ProviderReachability(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.nextTry = new AtomicLong(nanoTime.getAsLong());
    }

    /** Whether it is the caller's turn to ask a provider that has told nothing yet. */
    boolean mayTry() {
        long now = nanoTime.getAsLong();
        long next = nextTry.get();
        return now - next >= 0 && nextTry.compareAndSet(next, now + BETWEEN_TRIES.toNanos());
    }

    /**
     * Whether nobody can tell if a token is right: the provider could not be asked, or could not be asked lately about the key
     * that has signed it.
     */
    boolean explains(Throwable failure) {
        boolean lost = causes(failure).anyMatch(ProviderReachability::isConnection) || failure instanceof OIDCException;
        if (lost) {
            noticeAway();
        }
        return lost || (away.get() && failure instanceof AuthenticationFailedException && !isJudged(failure));
    }

    /** It could not be reached. */
    void noticeAway() {
        if (!away.getAndSet(true)) {
            LOG.warn("The identity provider can't be reached (quarkus.oidc.auth-server-url): callers with a token are"
                    + " answered 503 until it can be; those with a password are not concerned");
        }
    }

    /** Every answer of the provider comes by here. */
    @Override
    public Uni<Void> filter(OidcResponseFilterContext answer) {
        if (answer.statusCode() >= HttpResponseStatus.INTERNAL_SERVER_ERROR.code()) {
            noticeAway();
        } else if (away.getAndSet(false)) {
            LOG.info("The identity provider answers again");
        }
        return Uni.createFrom().voidItem();
    }

    private static boolean isConnection(Throwable cause) {
        return cause instanceof IOException
                || cause instanceof VertxException
                || cause instanceof java.util.concurrent.TimeoutException
                || cause instanceof TimeoutException;
    }

    /** By a key that is known. */
    private static boolean isJudged(Throwable failure) {
        return causes(failure).anyMatch(InvalidJwtException.class::isInstance)
                && causes(failure).noneMatch(UnresolvableKeyException.class::isInstance);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
