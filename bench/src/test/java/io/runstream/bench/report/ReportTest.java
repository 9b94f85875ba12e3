package io.runstream.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.runstream.bench.load.LoadResult;
import io.runstream.bench.server.Product;
import io.runstream.bench.workload.DiskUse;
import io.runstream.bench.workload.Effort;
import io.runstream.bench.workload.Measurement;
import io.runstream.bench.workload.Workload;
import io.runstream.bench.workload.Workloads;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static final Machine MACHINE =
            new Machine("Some CPU", 2, 8L << 30, "Linux 6", 1.25, LocalDate.of(2026, 1, 2));
    private static final Effort EFFORT =
            new Effort(32, Duration.ofSeconds(3), Duration.ofSeconds(10), Duration.ofSeconds(60));

    @Test
    void serverThatDidNotRunHasAColumnThatSaysSo() {
        // Given
        Workload getRun = Workloads.all().getFirst();
        ServerResults fastTrackMl = new ServerResults(
                Product.FASTTRACKML,
                Map.of("get-run", requestsOfTwoMillis(1)),
                List.of("history: Status 500"),
                Optional.of(new DiskUse(300, 20.25)),
                Optional.of(225L << 20),
                Optional.empty(),
                0.5);

        // When
        String page = new Report(MACHINE, EFFORT, List.of(getRun), List.of(fastTrackMl)).markdown();

        // Then
        assertThat(page)
                .contains("Some CPU, 2 cores, 8 GiB, Linux 6, fsync 1.25 ms")
                .contains("| get run | req/s | not run | 1 | not run |  |  | 2.0x |  |")
                .contains(
                        "| get-run | FastTrackML 0.6.0 | 1 | 2.00 | 2.00 | 2.00 | 0 | 0 |  |  | 500,000.0 | 0.25 |  |")
                .contains("| memory of all processes after seeding, MiB | not run | 225 | not run |  |")
                .contains("| memory of all processes, greatest, MiB | not run | not measured | not run | under 1,024 |")
                .contains("| the same after VACUUM | not run | 20.3 | not run | under 25 |")
                .endsWith("\nFastTrackML 0.6.0 could not do history: Status 500\n");
    }

    @Test
    void clusterIsMeasuredAgainstOneProcess() {
        Workload getRun = Workloads.all().getFirst();
        ServerResults process = results(Product.RUNSTREAM, requestsOfTwoMillis(10));
        ServerResults one = results(Product.CLUSTER, requestsOfTwoMillis(6));
        ServerResults redundant = results(Product.REDUNDANT_CLUSTER, requestsOfTwoMillis(3));

        String page = new ClusterReport(MACHINE, EFFORT, List.of(getRun), List.of(process, one, redundant)).markdown();

        assertThat(page).contains("| get run | req/s | 10 | 6 | 0.6x | yes | 3 | 0.3x | **no** |");
    }

    private static ServerResults results(Product product, Measurement getRun) {
        return new ServerResults(
                product, Map.of("get-run", getRun), List.of(), Optional.empty(), Optional.empty(), Optional.empty(), 0);
    }

    private static Measurement requestsOfTwoMillis(int count) {
        Histogram latencies = new Histogram(3);
        latencies.recordValueWithCount(2_000, count);
        Duration second = Duration.ofSeconds(1);
        return new Measurement(
                new LoadResult(latencies, 0, 0, "", second, Duration.ofMillis(250)),
                0,
                second,
                Duration.ofMillis(500),
                Optional.empty(),
                Optional.empty(),
                "");
    }
}
