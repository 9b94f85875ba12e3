package io.runstream.kit.observe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdTest {
    @ParameterizedTest
    @ValueSource(strings = {"7", "0f8fad5b-d9cb-469f-a165-70867728950e", "web.1_42"})
    void takesWhatLooksLikeAnId(String id) {
        assertThat(RequestId.isFit(id)).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "a b", "a\nb", "a\u001b[31m", "<script>", "a;b", "é"})
    void takesNothingThatCouldLookLikeMore(String id) {
        assertThat(RequestId.isFit(id)).isFalse();
    }

    @Test
    void takesNothingLong() {
        assertThat(RequestId.isFit("a".repeat(128))).isTrue();
        assertThat(RequestId.isFit("a".repeat(129))).isFalse();
    }
}
