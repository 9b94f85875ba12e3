package io.runstream.kit.access.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class PasswordHasherTest {
    private final PasswordHasher hasher = new PasswordHasher(new SecureRandom(), 3);

    @Test
    void digestSaysHowItWasMade() {
        assertThat(hasher.hash("secret")).matches("pbkdf2-sha512\\$3\\$[A-Za-z0-9+/]{22}==\\$[A-Za-z0-9+/]{43}=");
    }

    @Test
    void samePasswordHasAnotherDigestEachTime() {
        assertThat(hasher.hash("secret")).isNotEqualTo(hasher.hash("secret"));
    }

    @Test
    void onlyTheSamePasswordMatches() {
        String hash = hasher.hash("pässword");
        assertThat(PasswordHasher.matches("pässword", hash)).isTrue();
        assertThat(PasswordHasher.matches("Pässword", hash)).isFalse();
        assertThat(PasswordHasher.matches("", hash)).isFalse();
    }

    @Test
    void longPasswordsCountToTheirEnd() {
        String hash = hasher.hash("a".repeat(1_023) + "b");
        assertThat(PasswordHasher.matches("a".repeat(1_023) + "b", hash)).isTrue();
        assertThat(PasswordHasher.matches("a".repeat(1_023) + "c", hash)).isFalse();
    }

    @Test
    void digestOfEarlierCostIsStillUnderstood() {
        String hash = new PasswordHasher(new SecureRandom(), 7).hash("secret");
        assertThat(PasswordHasher.matches("secret", hash)).isTrue();
    }

    @Test
    void digestOfAnotherKindIsNoMatchForAnything() {
        assertThatThrownBy(() -> PasswordHasher.matches("secret", "$2a$10$abc"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
