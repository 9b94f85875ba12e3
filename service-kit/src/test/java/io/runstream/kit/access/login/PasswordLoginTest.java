package io.runstream.kit.access.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.runstream.access.v1.AccessEvent;
import io.runstream.access.v1.PasswordChanged;
import io.runstream.access.v1.UserDeleted;
import io.runstream.kit.access.Caller;
import io.runstream.kit.access.FixedDirectory;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PasswordLoginTest {
    private static final int ITERATIONS = 2;

    private final FixedDirectory live = new FixedDirectory();
    private final Passwords passwords = new Passwords(10, ITERATIONS);
    private final PasswordLogin login = new PasswordLogin(live, passwords);

    @AfterEach
    void close() {
        passwords.close();
    }

    @Test
    void letsInWhoKnowsThePassword() {
        live.knowing(FixedDirectory.user("ann", hash("secret"), false));
        live.knowing(FixedDirectory.user("root", hash("secret"), true));
        assertThat(login("ann", "secret")).isEqualTo(new Caller("ann", false));
        assertThat(login("root", "secret")).isEqualTo(new Caller("root", true));
        assertThat(live.waits()).isZero();
    }

    @Test
    void remembersWhoWasLetIn() {
        live.knowing(FixedDirectory.user("ann", hash("secret"), false));
        assertThat(remembered("ann", "secret")).isNull();
        login("ann", "secret");
        assertThat(remembered("ann", "secret")).isEqualTo(new Caller("ann", false));
        assertThat(remembered("ann", "Secret")).isNull();
        assertThat(remembered("bob", "secret")).isNull();
    }

    @Test
    void refusesWrongPasswordsAndUnknownNamesByTheSameWords() {
        live.knowing(FixedDirectory.user("ann", hash("secret"), false));
        assertRefused("ann", "wrong");
        assertRefused("ann", "");
        assertRefused("ANN", "secret");
        assertRefused("bob", "secret");
        assertRefused("", "");
        assertThat(remembered("ann", "wrong")).isNull();
    }

    @Test
    void forgetsThePasswordThatWasChanged() {
        live.knowing(FixedDirectory.user("ann", hash("secret"), false));
        login("ann", "secret");
        live.knowing(passwordChanged("ann", hash("another")));
        assertThat(remembered("ann", "secret")).isNull();
        assertRefused("ann", "secret");
        assertThat(login("ann", "another")).isEqualTo(new Caller("ann", false));
    }

    @Test
    void forgetsWhoWasDeleted() {
        live.knowing(FixedDirectory.user("ann", hash("secret"), false));
        login("ann", "secret");
        live.knowing(AccessEvent.newBuilder()
                .setUserDeleted(UserDeleted.newBuilder().setUsername("ann"))
                .build());
        assertThat(remembered("ann", "secret")).isNull();
        assertRefused("ann", "secret");
    }

    @Test
    void letsInWhoWasCreatedElsewhereAMomentAgo() {
        live.notYetKnowing(FixedDirectory.user("ann", hash("secret"), false));
        assertThat(login("ann", "secret")).isEqualTo(new Caller("ann", false));
        assertThat(live.waits()).isEqualTo(1);
    }

    @Test
    void takesThePasswordThatWasSetElsewhereAMomentAgo() {
        live.knowing(FixedDirectory.user("ann", hash("secret"), false))
                .notYetKnowing(passwordChanged("ann", hash("another")));
        assertThat(login("ann", "another")).isEqualTo(new Caller("ann", false));
    }

    @Test
    void knowsANameHoweverItIsTyped() {
        live.knowing(FixedDirectory.user("zo\u00eb", hash("secret"), false));
        assertThat(login("zoe\u0308", "secret")).isEqualTo(new Caller("zo\u00eb", false));
    }

    private Caller login(String name, String password) {
        return login.login(new Credentials.Basic(name, password)).await().indefinitely();
    }

    private @Nullable Caller remembered(String name, String password) {
        return login.remembered(new Credentials.Basic(name, password));
    }

    private void assertRefused(String name, String password) {
        assertThatThrownBy(() -> login(name, password)).hasMessageStartingWith("You are not authenticated.");
    }

    private static AccessEvent passwordChanged(String name, String hash) {
        return AccessEvent.newBuilder()
                .setPasswordChanged(
                        PasswordChanged.newBuilder().setUsername(name).setPasswordHash(hash))
                .build();
    }

    private static String hash(String password) {
        return new PasswordHasher(new SecureRandom(), ITERATIONS).hash(password);
    }
}
