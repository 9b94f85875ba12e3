package io.runstream.kit.access.login;

import io.runstream.error.AccessErrors;
import io.runstream.kit.access.Caller;
import io.runstream.kit.access.directory.LiveDirectory;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** Who is calling, by whatever they bring. */
final class Logins {
    private final LiveDirectory live;
    private final PasswordLogin byPassword;
    private final @Nullable TokenLogin byToken;

    /** @param byToken null if there is no identity provider */
    Logins(LiveDirectory live, PasswordLogin byPassword, @Nullable TokenLogin byToken) {
        this.live = live;
        this.byPassword = byPassword;
        this.byToken = byToken;
    }

    /** The caller, if that can be told without waiting; else null, which says nothing. */
    @Nullable
    Caller known(Credentials credentials) {
        return live.isCaughtUp() && credentials instanceof Credentials.Basic basic
                ? byPassword.remembered(basic)
                : null;
    }

    /** Refusals are {@link io.runstream.error.ApiException}s. */
    Uni<Caller> login(Credentials credentials, RoutingContext context) {
        if (!live.isCaughtUp()) {
            return Uni.createFrom().failure(AccessErrors.directoryUnavailable());
        }
        return switch (credentials) {
            case Credentials.Basic basic -> byPassword.login(basic);
            case Credentials.Bearer bearer ->
                byToken == null ? Uni.createFrom().failure(AccessErrors.unauthenticated()) : byToken.login(context);
            case Credentials.None none -> Uni.createFrom().failure(AccessErrors.unauthenticated());
            case Credentials.Malformed malformed -> Uni.createFrom().failure(AccessErrors.unauthenticated());
        };
    }
}
