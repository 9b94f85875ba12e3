package io.runstream.kit.access.login;

import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.runtime.StartupEvent;
import io.runstream.kit.access.AccessConfig;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Notices an identity provider that is away at the start. The start goes on: passwords need none. */
@Singleton
class ProviderStartup {
    private final boolean asked;
    private final Instance<TenantConfigBean> tenants;
    private final ProviderReachability reachability;

    @Inject
    ProviderStartup(
            AccessConfig config,
            IdentityProvider provider,
            Instance<TenantConfigBean> tenants,
            ProviderReachability reachability) {
        this.asked = config.enabled() && provider.isConfigured();
        this.tenants = tenants;
        this.reachability = reachability;
    }

    void start(@Observes StartupEvent starting) {
        if (asked && !tenants.get().getDefaultTenant().ready()) {
            reachability.noticeAway();
        }
    }
}
