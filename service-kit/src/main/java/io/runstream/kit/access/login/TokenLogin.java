package io.runstream.kit.access.login;

import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.runstream.access.User;
import io.runstream.access.UserName;
import io.runstream.error.AccessErrors;
import io.runstream.kit.access.Caller;
import io.runstream.kit.access.directory.LiveDirectory;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets in whoever brings a token that the identity provider vouches for. They need not be users here. */
final class TokenLogin {
    private static final Logger LOG = LoggerFactory.getLogger(TokenLogin.class);

    private final OidcAuthenticationMechanism tokens;
    private final IdentityProviderManager providers;
    private final LiveDirectory live;
    private final @Nullable String administratorRole;

    /** @param administratorRole whoever has it is an administrator; null for none */
    TokenLogin(
            OidcAuthenticationMechanism tokens,
            IdentityProviderManager providers,
            LiveDirectory live,
            @Nullable String administratorRole) {
        this.tokens = tokens;
        this.providers = providers;
        this.live = live;
        this.administratorRole = administratorRole;
    }

    Uni<Caller> login(RoutingContext context) {
        return tokens.authenticate(context, providers)
                .onItem()
                .ifNull()
                .failWith(AccessErrors::unauthenticated)
                .map(this::caller)
                .onFailure(AuthenticationFailedException.class)
                .transform(wrongToken -> AccessErrors.unauthenticated());
    }

    private Caller caller(SecurityIdentity identity) {
        String name = UserName.tryParse(identity.getPrincipal().getName())
                .map(UserName::value)
                .orElseThrow(() -> {
                    LOG.warn(
                            "A valid token names somebody who can't be called so here (quarkus.oidc.token.principal-claim)");
                    return AccessErrors.unauthenticated();
                });
        User user = live.directory().find(name);
        boolean byRole = administratorRole != null && identity.hasRole(administratorRole);
        return new Caller(name, byRole || (user != null && user.administrator()));
    }
}
