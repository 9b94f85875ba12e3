package io.runstream.kit.throttle;

import io.github.bucket4j.TimeMeter;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Slows down who guesses passwords. What counts is where the guesses come from: a user whose name somebody else tries logs in
 * from their own address as ever. Safe for use by several threads; every replica counts for itself.
 */
@Singleton
public class FailedLogins {
    /** Of what is remembered: names are the guesser's. */
    private static final int LONGEST_NAME = 256;

    private final @Nullable Buckets perUser;
    private final @Nullable Buckets perAddress;

    @Inject
    FailedLogins(FailedLoginsConfig config) {
        this(config, TimeMeter.SYSTEM_NANOTIME);
    }

    FailedLogins(FailedLoginsConfig config, TimeMeter clock) {
        this.perUser = buckets(config.perUser(), config.within(), config.remembered(), clock);
        this.perAddress = buckets(config.perAddress(), config.within(), config.remembered(), clock);
    }

    private static @Nullable Buckets buckets(int tries, Duration within, int callers, TimeMeter clock) {
        return tries == 0 ? null : new Buckets(tries, within, callers, clock);
    }

    /**
     * To be asked before a password is looked at: a right one is refused too, else guessing would go on.
     *
     * @return when to try again; zero if it may be tried now
     */
    public Duration mustWait(HttpServerRequest request, String user) {
        return mustWait(ClientAddress.of(request), user);
    }

    /** The password was wrong, or there is no such user. */
    public void failed(HttpServerRequest request, String user) {
        failed(ClientAddress.of(request), user);
    }

    Duration mustWait(String address, String user) {
        Duration forUser = wait(perUser, key(address, user));
        Duration forAddress = wait(perAddress, address);
        return forUser.compareTo(forAddress) > 0 ? forUser : forAddress;
    }

    void failed(String address, String user) {
        take(perUser, key(address, user));
        take(perAddress, address);
    }

    private static String key(String address, String user) {
        return address + " " + user.substring(0, Math.min(user.length(), LONGEST_NAME));
    }

    private static Duration wait(@Nullable Buckets buckets, String key) {
        return buckets == null ? Duration.ZERO : buckets.untilNext(key);
    }

    private static void take(@Nullable Buckets buckets, String key) {
        if (buckets != null) {
            buckets.take(key);
        }
    }
}
