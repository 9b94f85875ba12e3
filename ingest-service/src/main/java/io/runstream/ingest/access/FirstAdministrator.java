package io.runstream.ingest.access;

import io.quarkus.runtime.StartupEvent;
import io.runstream.access.User;
import io.runstream.access.UserName;
import io.runstream.api.access.CreateUserRequest;
import io.runstream.error.ApiException;
import io.runstream.error.ErrorCode;
import io.runstream.kit.access.AccessConfig;
import io.runstream.kit.access.directory.LiveDirectory;
import io.runstream.kit.access.login.IdentityProvider;
import io.runstream.limit.Passwords;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates the user who can create others, at the first start. There is no password that everybody knows. */
@Singleton
class FirstAdministrator {
    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final AccessConfig config;
    private final IdentityProvider provider;
    private final Instance<LiveDirectory> directory;
    private final Instance<Users> users;

    @Inject
    FirstAdministrator(
            AccessConfig config, IdentityProvider provider, Instance<LiveDirectory> directory, Instance<Users> users) {
        this.config = config;
        this.provider = provider;
        this.directory = directory;
        this.users = users;
    }

    /**
     * Blocks until it is known whether there is one.
     *
     * @throws IllegalStateException if nobody could ever log in; the message says which property is missing
     */
    void ensure(@Observes StartupEvent starting) {
        if (config.enabled()) {
            LiveDirectory live = directory.get();
            live.upToDate().await().atMost(PATIENCE);
            config.admin().password().ifPresent(password -> create(live, password));
            if (live.directory().users().stream().noneMatch(User::administrator)) {
                requireAnotherWay();
            }
        }
    }

    private void create(LiveDirectory live, String password) {
        UserName name = new UserName(config.admin().username());
        if (live.directory().find(name.value()) == null) {
            CreateUserRequest request = new CreateUserRequest(name, check(password));
            try {
                users.get().create("", request, true).await().atMost(PATIENCE);
                LOG.atInfo().addKeyValue("username", name).log("Created the first administrator");
            } catch (ApiException e) {
                // Another instance that starts at the same time was faster.
                if (e.code() != ErrorCode.RESOURCE_ALREADY_EXISTS) {
                    throw e;
                }
            }
        }
    }

    private static String check(String password) {
        try {
            return Passwords.check(password);
        } catch (ApiException e) {
            throw new IllegalStateException("runstream.auth.admin.password: " + e.message(), e);
        }
    }

    private void requireAnotherWay() {
        if (!provider.isConfigured()) {
            throw new IllegalStateException(
                    "Authentication is on (runstream.auth.enabled) and there is no administrator:"
                            + " set runstream.auth.admin.password (RUNSTREAM_AUTH_ADMIN_PASSWORD) for the first start.");
        }
        if (config.token().administratorRole().isEmpty()) {
            LOG.warn("There is no administrator, and no role makes one (runstream.auth.token.administrator-role).");
        }
    }
}
