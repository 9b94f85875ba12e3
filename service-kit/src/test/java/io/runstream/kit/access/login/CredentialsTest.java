package io.runstream.kit.access.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {
    @Test
    void nameEndsAtTheFirstColon() {
        assertThat(basic("ann:a:b:c")).isEqualTo(new Credentials.Basic("ann", "a:b:c"));
        assertThat(basic("ann:")).isEqualTo(new Credentials.Basic("ann", ""));
        assertThat(basic(":secret")).isEqualTo(new Credentials.Basic("", "secret"));
    }

    @Test
    void schemesAreWrittenInAnyCase() {
        assertThat(Credentials.of("bAsIc YTpi")).isEqualTo(new Credentials.Basic("a", "b"));
        assertThat(Credentials.of("BEARER abc")).isEqualTo(new Credentials.Bearer());
    }

    @Test
    void namesAndPasswordsAreUtf8AndNothingElse() {
        assertThat(basic("zoë:pässword")).isEqualTo(new Credentials.Basic("zoë", "pässword"));
        assertThat(Credentials.of(header("zoë:pässword", StandardCharsets.ISO_8859_1)))
                .isEqualTo(new Credentials.Malformed());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Basic", "Basic ", "Basic !!!", "Basic YQ==", "Digest a=b", "YTpi", "Token abc", "Bearer"})
    void whatIsNoKnownSchemeIsMalformed(String header) {
        assertThat(Credentials.of(header)).isEqualTo(new Credentials.Malformed());
    }

    @Test
    void absentHeaderHoldsNothing() {
        assertThat(Credentials.of(null)).isEqualTo(new Credentials.None());
    }

    @Test
    void textOfCredentialsHoldsNoPassword() {
        assertThat(basic("ann:secret").toString()).isEqualTo("Basic");
    }

    private static Credentials basic(String text) {
        return Credentials.of(header(text, StandardCharsets.UTF_8));
    }

    private static String header(String text, Charset charset) {
        return "Basic " + Base64.getEncoder().encodeToString(text.getBytes(charset));
    }
}
