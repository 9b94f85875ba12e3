package io.runstream.kit.throttle;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How fast passwords may be guessed. Counted by address, so that nobody can lock out a user who logs in from elsewhere. */
@ConfigMapping(prefix = "runstream.rate.failed-logins")
public interface FailedLoginsConfig {
    /** Wrong passwords for one user from one address before it has to wait. 0: no limit. */
    @WithDefault("10")
    int perUser();

    /** Wrong passwords for any users from one address before it has to wait. 0: no limit. */
    @WithDefault("100")
    int perAddress();

    /** In what time so many may be tried; they come back one by one. */
    @WithDefault("5m")
    Duration within();

    /** Addresses, and users at them, that are remembered. */
    @WithDefault("10000")
    int remembered();
}
