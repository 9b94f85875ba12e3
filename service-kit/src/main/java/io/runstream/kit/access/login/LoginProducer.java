package io.runstream.kit.access.login;

import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.security.identity.IdentityProviderManager;
import io.runstream.kit.access.AccessConfig;
import io.runstream.kit.access.directory.LiveDirectory;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Puts together the ways to log in that are configured. */
final class LoginProducer {
    @Produces
    @Singleton
    Logins logins(
            AccessConfig config,
            IdentityProvider provider,
            LiveDirectory live,
            Passwords passwords,
            Instance<OidcAuthenticationMechanism> tokens,
            IdentityProviderManager providers,
            Instance<TenantConfigBean> tenants,
            ProviderReachability reachability) {
        @Nullable
        TokenLogin byToken = provider.isConfigured()
                ? new TokenLogin(
                        tokens.get(),
                        providers,
                        tenants.get(),
                        reachability,
                        live,
                        config.token().administratorRole().orElse(null))
                : null;
        return new Logins(live, new PasswordLogin(live, passwords), byToken);
    }
}
