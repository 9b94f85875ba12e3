package io.runstream.kit.access.login;

import io.runstream.access.User;
import io.runstream.access.UserName;
import io.runstream.error.AccessErrors;
import io.runstream.kit.access.Caller;
import io.runstream.kit.access.directory.LiveDirectory;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Lets in whoever knows a user's password. */
final class PasswordLogin {
    private final LiveDirectory live;
    private final Passwords passwords;

    PasswordLogin(LiveDirectory live, Passwords passwords) {
        this.live = live;
        this.passwords = passwords;
    }

    /** The caller, if their password was found right before; else null, which says nothing. */
    @Nullable
    Caller remembered(Credentials.Basic credentials) {
        User user = live.directory().find(credentials.username());
        return user != null && passwords.isRemembered(user, credentials.password()) ? caller(user) : null;
    }

    /**
     * The caller. Refused is who has no name, a wrong one or a wrong password, all by the same words and after the same time,
     * and only by what the log holds by now.
     */
    Uni<Caller> login(Credentials.Basic credentials) {
        // A name that can't be anybody's is looked up nevertheless: nobody is found.
        String name =
                UserName.tryParse(credentials.username()).map(UserName::value).orElse(credentials.username());
        User known = live.directory().find(name);
        return passwords.isRight(known, credentials.password()).chain(right -> {
            if (right && known != null) {
                return Uni.createFrom().item(caller(known));
            }
            return live.upToDate().chain(() -> loginOf(live.directory().find(name), known, credentials));
        });
    }

    private Uni<Caller> loginOf(@Nullable User now, @Nullable User before, Credentials.Basic credentials) {
        if (now == null || Passwords.sameHash(before, now)) {
            return Uni.createFrom().failure(AccessErrors.unauthenticated());
        }
        return passwords.isRight(now, credentials.password()).map(right -> {
            if (!right) {
                throw AccessErrors.unauthenticated();
            }
            return caller(now);
        });
    }

    private static Caller caller(User user) {
        return new Caller(user.name(), user.administrator());
    }
}
