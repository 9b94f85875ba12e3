package io.runstream.kit.access;

import io.runstream.access.Permission;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/**
 * Who may use the server. The same for every service. Where bearer tokens come from is said by Quarkus' own
 * {@code quarkus.oidc.auth-server-url} and its siblings.
 */
@ConfigMapping(prefix = "runstream.auth")
public interface AccessConfig {
    /** Whether callers have to say who they are. Off: everybody who reaches the server may do everything. */
    @WithDefault("false")
    boolean enabled();

    /**
     * What everybody with a name may do with experiments, models and prompts on which nothing was granted to them:
     * {@code READ}, {@code USE}, {@code EDIT}, {@code MANAGE} or {@code NO_PERMISSIONS}.
     */
    @WithDefault("READ")
    Permission defaultPermission();

    /** How many passwords found right are remembered, as keyed digests in memory. Each other one costs a fifth of a second. */
    @WithDefault("10000")
    int rememberedPasswords();

    Admin admin();

    Token token();

    /** The first user, who can then create others. Ignored once a user of that name exists. */
    interface Admin {
        /** The first user's name. */
        @WithDefault("admin")
        String username();

        /** Absent: no user is created. There is no default. */
        Optional<String> password();
    }

    /** Bearer tokens of an identity provider. */
    interface Token {
        /** Whoever has this role in their token may do everything. Absent: only those who are administrators here. */
        Optional<String> administratorRole();
    }
}
