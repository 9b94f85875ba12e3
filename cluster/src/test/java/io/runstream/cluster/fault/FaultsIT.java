package io.runstream.cluster.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@code ./runstream cluster faults}: some of what may go wrong, in a minute or so. */
class FaultsIT {
    private static final Path HOME = Path.of(System.getProperty("runstream.home", ".."));
    private static final long SEED = 1;

    @TempDir
    Path folder;

    @Test
    void acknowledgedIsStoredOnceWhateverGoesWrong() throws InterruptedException {
        // Given
        List<Fault> faults = List.of(
                new Fault.Kill("ingest-1", Duration.ZERO),
                new Fault.FailOver(Duration.ofSeconds(1)),
                new Fault.Kill("query-2", Duration.ZERO),
                new Fault.CutOff("kafka-2", Duration.ofSeconds(8)),
                new Fault.KillPostgres(Duration.ofSeconds(1)));
        Plan plan = new Plan(HOME, folder.resolve("cluster"), SEED, faults.iterator(), Duration.ofMinutes(5));
        // When
        Findings findings = new FaultRun(plan, System.out).run();
        // Then
        assertThat(findings.areRight()).as(String.join("\n", findings.text())).isTrue();
        assertThat(findings.faults()).isEqualTo(5);
        assertThat(findings.reads()).isPositive();
    }
}
