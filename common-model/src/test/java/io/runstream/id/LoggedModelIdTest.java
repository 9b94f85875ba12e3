package io.runstream.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.runstream.error.ApiException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoggedModelIdTest {
    private static final String ID = "m-f81d4fae7dec11d0a76500a0c91e6bf6";

    @Test
    void isWrittenAsItIsRead() {
        UUID uuid = UUID.fromString("f81d4fae-7dec-11d0-a765-00a0c91e6bf6");

        assertThat(LoggedModelId.parse(ID)).isEqualTo(new LoggedModelId(uuid)).hasToString(ID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "m-",
                "m-nope",
                "f81d4fae7dec11d0a76500a0c91e6bf6",
                "M-f81d4fae7dec11d0a76500a0c91e6bf6",
                "m-F81D4FAE7DEC11D0A76500A0C91E6BF6",
                "m-f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
                "m-m-f81d4fae7dec11d0a76500a0c91e6bf6",
                "m-f81d4fae7dec11d0a76500a0c91e6bf6/.."
            })
    void aWordInAnotherFormNamesNoModel(String text) {
        assertThat(LoggedModelId.find(text)).isEmpty();
        assertThatThrownBy(() -> LoggedModelId.parse(text))
                .isInstanceOf(ApiException.class)
                .hasMessage("Logged model with ID '" + text + "' not found.");
    }
}
