package io.runstream.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.runstream.bench.workload.Effort;
import io.runstream.bench.workload.Workload;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {

    @Test
    void withoutArgumentsRunstreamAloneDoesEverything() {
        Options options = CommandLine.parse();

        assertThat(options.runstream()).contains(Path.of("runstream").toAbsolutePath());
        assertThat(options.fastTrackMl()).isEmpty();
        assertThat(options.mlflow()).isEmpty();
        assertThat(options.resources()).isTrue();
        assertThat(options.effort())
                .isEqualTo(new Effort(32, Duration.ofSeconds(8), Duration.ofSeconds(10), Duration.ofSeconds(60)));
    }

    @Test
    void namesChooseWorkloadsInTheirUsualOrder() {
        Options options = CommandLine.parse("--only", "log-metric,get-run", "--seconds", "5", "--no-runstream");

        assertThat(options.workloads()).extracting(Workload::name).containsExactly("get-run", "log-metric");
        assertThat(options.effort().window()).isEqualTo(Duration.ofSeconds(5));
        assertThat(options.runstream()).isEmpty();
        assertThat(options.resources()).isFalse();
    }

    @Test
    void clusterGoesToAPageOfItsOwn() {
        Options options = CommandLine.parse("--cluster", "--only", "log-metric");

        assertThat(options.cluster()).isTrue();
        assertThat(options.results()).isEqualTo(Path.of("bench", "CLUSTER.md"));
        assertThat(options.resources()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "--only no-such, Not all of these are workloads: no-such",
        "--seconds ten, 'Option --seconds needs a number, not ten'",
        "--fast 1, Unknown option --fast",
        "--mlflow, 'Option --mlflow needs a value'",
        "--cluster --no-runstream, '--cluster measures Runstream, and nobody else'",
    })
    void whatIsNotUnderstoodIsNamed(String arguments, String message) {
        assertThatThrownBy(() -> CommandLine.parse(arguments.split(" ", -1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
