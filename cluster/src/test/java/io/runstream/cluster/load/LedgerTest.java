package io.runstream.cluster.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
    @TempDir
    Path folder;

    @Test
    void whatAWriterWroteDownIsThereThoughItNeverClosedItsLedger() {
        Entry metric = new Entry(new Write.LogMetric("r", "loss", 7), Outcome.ACKNOWLEDGED, true, 3, "");
        Entry batch = new Entry(new Write.LogBatch("r", "b", 1, 2, 3, 4), Outcome.IN_DOUBT, false, 1, "");
        Entry run = new Entry(new Write.CreateRun("n"), Outcome.FAILED, false, 1, "500 oops");

        Ledger first = Ledger.open(folder, "writer-0");
        first.add(metric);
        first.add(batch);
        Ledger.open(folder, "writer-1").add(run);

        assertThat(Ledger.readAll(folder)).containsExactly(metric, batch, run);
    }
}
