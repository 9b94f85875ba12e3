package io.runstream.bench.growth;

import static org.assertj.core.api.Assertions.assertThat;

import io.runstream.bench.report.Machine;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GrowthReportTest {
    private static final Machine MACHINE = new Machine("Some CPU", 2, 1L << 34, "Linux", 0.5, LocalDate.EPOCH);

    @Test
    void comparesTheLastStepWithTenThousandRuns() {
        String page = new GrowthReport(MACHINE, List.of(step(10_000, 2), step(1_000_000, 3))).markdown();

        assertThat(page)
                .contains("|  | 10,000 runs | 1,000,000 runs | median, last against 10,000 |")
                .contains("| get run | 2.00, 4.00; 1.00 | 3.00, 6.00; 1.00 | 1.5x |")
                .contains("| log-metric | 500/s; 2.00, 4.00; 1.00 | 500/s; 3.00, 6.00; 1.00 | 1.5x |")
                .contains("| run, MiB and its indexes | 2 + 1 | 2 + 1 |");
    }

    @Test
    void aStepThatAddedNothingHasNoRates() {
        String page = new GrowthReport(MACHINE, List.of(step(10_000, 2))).markdown();

        assertThat(page).contains("| runs projected per second |  |");
    }

    @Test
    void aCostWithFailuresIsNoCost() {
        String page = new GrowthReport(MACHINE, List.of(step(10_000, new Cost(2, 4, 500, 1, "Status 503")))).markdown();

        assertThat(page).contains("| get run | failed: Status 503 | 1.0x |");
    }

    private static Step step(long runs, double median) {
        return step(runs, new Cost(median, 2 * median, 500, 1, ""));
    }

    private static Step step(long runs, Cost cost) {
        return new Step(
                runs,
                new Filling(0, Duration.ZERO, Duration.ofMillis(1), 0, 0),
                Map.of("log-metric", cost),
                Map.of("get run", cost),
                Map.of("run", new Tables.Size(2 << 20, 1 << 20)),
                1 << 20,
                Optional.empty(),
                0.5);
    }
}
