package io.runstream.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunIdTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "00000000000000000000000000000000",
                "0123456789abcdef0123456789abcdef",
                "ffffffffffffffffffffffffffffffff",
                "8000000000000000000000000000000f"
            })
    void isWrittenAsItIsRead(String text) {
        assertThat(RunId.parse(text)).hasToString(text);
    }

    @Test
    void isTheUuidWithoutDashes() {
        UUID uuid = UUID.fromString("f81d4fae-7dec-11d0-a765-00a0c91e6bf6");

        assertThat(new RunId(uuid)).hasToString("f81d4fae7dec11d0a76500a0c91e6bf6");
        assertThat(RunId.parse("f81d4fae7dec11d0a76500a0c91e6bf6").value()).isEqualTo(uuid);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "nope", "F81D4FAE7DEC11D0A76500A0C91E6BF6", "f81d4fae-7dec-11d0-a765-00a0c91e6bf6", "a/b"})
    void wordInAnotherFormNamesNoRun(String text) {
        assertThatThrownBy(() -> RunId.parse(text)).hasMessage("Run with id=" + text + " not found");
    }
}
