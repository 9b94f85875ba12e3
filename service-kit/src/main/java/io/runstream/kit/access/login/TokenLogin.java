package io.runstream.kit.access.login;

import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.oidc.runtime.TenantConfigBean;
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
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets in whoever brings a token that the identity provider vouches for. They need not be users here. */
final class TokenLogin {
    private static final Logger LOG = LoggerFactory.getLogger(TokenLogin.class);

    /** For a provider that takes the question and says nothing. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final OidcAuthenticationMechanism tokens;
    private final IdentityProviderManager providers;
    private final TenantConfigBean tenants;
    private final ProviderReachability reachability;
    private final LiveDirectory live;
    private final @Nullable String administratorRole;

    /** @param administratorRole whoever has it is an administrator; null for none */
    TokenLogin(
            OidcAuthenticationMechanism tokens,
            IdentityProviderManager providers,
            TenantConfigBean tenants,
            ProviderReachability reachability,
            LiveDirectory live,
            @Nullable String administratorRole) {
        this.tokens = tokens;
        this.providers = providers;
        this.tenants = tenants;
        this.reachability = reachability;
        this.live = live;
        this.administratorRole = administratorRole;
    }

    /** The caller. Who can't be told because the identity provider can't be asked is answered 503. */
    Uni<Caller> login(RoutingContext context) {
        if (!tenants.getDefaultTenant().ready() && !reachability.mayTry()) {
            return Uni.createFrom().failure(AccessErrors.identityProviderUnavailable());
        }
        return tokens.authenticate(context, providers)
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onItem()
                .ifNull()
                .failWith(AccessErrors::unauthenticated)
                .map(this::caller)
                .onFailure()
                .transform(this::refusal);
    }

    private Throwable refusal(Throwable failure) {
        if (reachability.explains(failure)) {
            return AccessErrors.identityProviderUnavailable();
        }
        return failure instanceof AuthenticationFailedException ? AccessErrors.unauthenticated() : failure;
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
