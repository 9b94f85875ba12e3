package io.runstream.query.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.runstream.api.KeyValue;
import org.junit.jupiter.api.Test;

class LabelsTest {
    @Test
    void anEmptyObjectIsNoLabels() {
        assertThat(Labels.sorted("{}")).isEmpty();
    }

    @Test
    void labelsComeInOrderOfTheirKeysWithEscapesResolved() {
        assertThat(Labels.sorted("{\"b\": \"\", \"aa\": \"x\\ny\", \"a\\\"b\": \"\\u0001\"}"))
                .containsExactly(new KeyValue("a\"b", "\u0001"), new KeyValue("aa", "x\ny"), new KeyValue("b", ""));
    }

    @Test
    void keysAndValuesMayBeLong() {
        String key = "k".repeat(100_000);
        String value = "v".repeat(1_000_000);

        assertThat(Labels.sorted("{\"" + key + "\": \"" + value + "\"}")).containsExactly(new KeyValue(key, value));
    }
}
