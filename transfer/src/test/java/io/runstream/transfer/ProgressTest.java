package io.runstream.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private long now;
    private final Progress progress = new Progress(new PrintStream(said, true, StandardCharsets.UTF_8), () -> now);

    @Test
    void saysALineASecondAndOneAtTheEnd() {
        try (Progress.Step step = progress.begin("Counting", 4_000)) {
            step.advance(1_000, 500);
            now += TimeUnit.SECONDS.toNanos(1);
            step.advance(1_000, 500);
            step.advance(1_000, 500);
            now += TimeUnit.MILLISECONDS.toNanos(999);
            step.advance(1_000, 500);
        }

        assertThat(said.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "Counting                     2,000 of 4,000 (50 %), 1.0 kB",
                        "Counting                     4,000 of 4,000 (100 %), 2.0 kB");
    }

    @Test
    void saysNoPercentWhereTheEndIsUnknownOrThereIsNothing() {
        progress.begin("Counting", 0).close();

        assertThat(said.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("Counting                     0, 0 B");
    }

    @ParameterizedTest
    @CsvSource({"0, 0 B", "999, 999 B", "1000, 1.0 kB", "1234567, 1.2 MB", "10000000000, 10.0 GB"})
    void writesSizesAsPeopleDo(long bytes, String size) {
        assertThat(Progress.size(bytes)).isEqualTo(size);
    }
}
