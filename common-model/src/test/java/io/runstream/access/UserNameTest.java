package io.runstream.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserNameTest {
    @ParameterizedTest
    @ValueSource(strings = {"ann", "ann@lab.example", "CN=Ann Lee", "Ann", "安", "ann/../root", "ann; DROP TABLE"})
    void takesWhateverPeopleAreCalled(String name) {
        assertThat(new UserName(name).value()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:b", ":", "a\nb", "a\u0000", "a\u007f", "a\u0085b"})
    void refusesWhatCannotBeSentOrWouldGarbleALog(String name) {
        assertThatThrownBy(() -> new UserName(name)).hasMessageStartingWith("Invalid username: ");
        assertThat(UserName.tryParse(name)).isEmpty();
    }

    @Test
    void twoWaysToTypeANameAreOneName() {
        assertThat(new UserName("Zoe\u0308")).isEqualTo(new UserName("Zo\u00eb"));
    }

    @Test
    void refusesEmptyAndEndlessNames() {
        assertThatThrownBy(() -> new UserName("")).hasMessage("Username and password cannot be empty.");
        assertThat(new UserName("a".repeat(255)).value()).hasSize(255);
        assertThatThrownBy(() -> new UserName("a".repeat(256))).hasMessageStartingWith("Invalid username: ");
    }
}
