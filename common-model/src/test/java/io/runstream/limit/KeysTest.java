package io.runstream.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.runstream.api.request.Place;
import io.runstream.error.ApiException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {
    @ParameterizedTest
    @ValueSource(strings = {"loss", "train/loss", "a.b", "a b", "a:b", "größe", "_", ".a", "a..b", "0"})
    void wordsAndPathsAreLegal(String key) {
        assertThat(Keys.check(key, Place.REQUEST.field("key"))).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a!", "a\\b", "a#b", "a\nb", "a%2f", "a\"b", "\uD83D\uDE00"})
    void otherCharactersAreNot(String key) {
        assertThatThrownBy(() -> Keys.check(key, Place.REQUEST.field("key")))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("Names may only contain alphanumerics");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "../a", "/a", "a/", "a//b", "a/./b", "a/../b", "//a"})
    void pathsThatResolveToOthersAreNot(String key) {
        assertThatThrownBy(() -> Keys.check(key, Place.REQUEST.field("key")))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("This name would resolve to");
    }

    @ParameterizedTest
    @CsvSource({
        "'',.",
        "a/../b,b",
        "../../a,../../a",
        "/../a,/a",
        "//a/b,//a/b",
        "///a,/a",
        "a/..,.",
        "a/../..,..",
        "./a/,a"
    })
    void pathsResolveAsInPython(String path, String resolved) {
        assertThat(Keys.normalizedPath(path)).isEqualTo(resolved);
    }
}
