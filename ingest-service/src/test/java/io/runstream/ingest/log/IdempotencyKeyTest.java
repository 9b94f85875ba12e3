package io.runstream.ingest.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.runstream.error.ApiException;
import io.runstream.event.v1.TrackingEvent.EventCase;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {
    private static IdempotencyKey key(String header, String body) {
        return key(header, body, "");
    }

    private static IdempotencyKey key(String header, String body, String principal) {
        return Objects.requireNonNull(IdempotencyKey.from(header, body.getBytes(UTF_8), principal));
    }

    @Test
    void keyOfOneCallerIsNotThatOfAnother() {
        assertThat(key("k", "{}", "ada")).isNotEqualTo(key("k", "{}", "bob"));
        assertThat(key("k", "{}", "ada").runId())
                .isNotEqualTo(key("k", "{}", "bob").runId());
        assertThat(key("k", "{}", "ada b").key())
                .isNotEqualTo(key("k", "{}", "ada").key());
    }

    @Test
    void sameKeyMakesTheSameRunWhateverTheBody() {
        assertThat(key("k", "{}").runId()).isEqualTo(key("k", "{\"a\": 1}").runId());
        assertThat(key("k", "{}").runId()).isNotEqualTo(key("l", "{}").runId());
    }

    @Test
    void fingerprintTellsBodiesAndKindsOfEventsApart() {
        var first = key("k", "{}").scopedTo(EventCase.DELETE_RUN);

        assertThat(key("k", "{}").scopedTo(EventCase.DELETE_RUN)).isEqualTo(first);
        assertThat(key("k", "{}").scopedTo(EventCase.RESTORE_RUN)).isNotEqualTo(first);
        assertThat(key("k", "{ }").scopedTo(EventCase.DELETE_RUN)).isNotEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "ä", "a\tb"})
    void keyThatIsNoWordIsRefused(String header) {
        assertThatThrownBy(() -> key(header, "{}")).isInstanceOf(ApiException.class);
    }

    @Test
    void requestNeedsNone() {
        assertThat(IdempotencyKey.from(null, new byte[0], "")).isNull();
    }
}
