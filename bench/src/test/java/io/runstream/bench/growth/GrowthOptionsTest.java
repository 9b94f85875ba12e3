package io.runstream.bench.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrowthOptionsTest {

    @Test
    void withoutWordsItGrowsToAMillionRunsInATemporaryFolder() {
        GrowthOptions options = GrowthOptions.parse(List.of());

        assertThat(options.steps()).containsExactly(1_000L, 10_000L, 100_000L, 1_000_000L);
        assertThat(options.have()).isZero();
        assertThat(options.folder()).isEmpty();
        assertThat(options.results()).isEqualTo(Path.of("bench", "GROWTH.md"));
    }

    @Test
    void aFolderOfAnEarlierTimeIsGoneOnWith() {
        GrowthOptions options =
                GrowthOptions.parse(List.of("--folder", "/data", "--have", "1000", "--steps", "1000,2000"));

        assertThat(options.folder()).contains(Path.of("/data"));
        assertThat(options.have()).isEqualTo(1_000);
        assertThat(options.steps()).containsExactly(1_000L, 2_000L);
    }

    @ParameterizedTest
    @CsvSource({
        "--steps many, 'Numbers are needed, not many'",
        "'--steps 10,5', 'Ascending numbers are needed, not 10,5'",
        "--fast 1, Unknown option --fast",
        "--folder, Option --folder is unknown or needs a value",
    })
    void whatIsNotUnderstoodIsNamed(String words, String message) {
        assertThatThrownBy(() -> GrowthOptions.parse(List.of(words.split(" ", -1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
