package io.runstream.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListeningTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1"})
    void thisMachineNeedsNoPassword(String host) {
        Listening listening = new Listening(host, 0, false, null, null);
        assertThatCode(() -> listening.requireMeant(HttpAddress.choose(listening), false))
                .doesNotThrowAnyException();
    }

    @Test
    void othersAreNotLetInByMistake() {
        Listening listening = new Listening("0.0.0.0", 0, false, null, null);
        assertThatThrownBy(() -> listening.requireMeant(HttpAddress.choose(listening), false))
                .isInstanceOfSatisfying(
                        StandaloneException.class, e -> assertThat(e.exitCode()).isEqualTo(1))
                .hasMessage(
                        "Authentication is off, and the server would listen on 0.0.0.0: everybody who reaches it could"
                                + " read, change and delete everything. Turn authentication on, listen on this machine only"
                                + " (--host 127.0.0.1), or say that this is meant: --let-everybody-in.");
    }

    @Test
    void othersAreLetInWithANameOrIfToldInWords() {
        Listening named = new Listening("0.0.0.0", 0, false, null, null);
        Listening told = new Listening("0.0.0.0", 0, true, null, null);
        assertThatCode(() -> named.requireMeant(HttpAddress.choose(named), true))
                .doesNotThrowAnyException();
        assertThatCode(() -> told.requireMeant(HttpAddress.choose(told), false)).doesNotThrowAnyException();
    }
}
