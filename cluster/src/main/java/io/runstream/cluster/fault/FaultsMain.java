package io.runstream.cluster.fault;

import io.runstream.cluster.ClusterException;
import io.runstream.cluster.QuietLogs;
import io.runstream.embedded.BackendException;
import io.runstream.embedded.Folders;
import java.io.PrintStream;
import java.nio.file.Path;

/** {@code --home DIR --data DIR [--minutes N] [--seed N]}: exits with 0 if the cluster bore it all, with 1 otherwise. */
public final class FaultsMain {
    private static final PrintStream TERMINAL = System.out;

    private FaultsMain() {}

    public static void main(String... arguments) throws InterruptedException {
        QuietLogs.warningsOnly();
        try {
            System.exit(run(FaultOptions.parse(arguments)) ? 0 : 1);
        } catch (ClusterException | BackendException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static boolean run(FaultOptions options) throws InterruptedException {
        Path folder = options.data().resolve("seed-" + options.seed());
        Folders.delete(folder);
        TERMINAL.printf(
                "Faults for %d minutes, seed %d (--seed %d repeats them); files in %s%n",
                options.time().toMinutes(), options.seed(), options.seed(), folder);
        Plan plan = new Plan(options.home(), folder, options.seed(), new Schedule(options.seed()), options.time());
        Findings findings = new FaultRun(plan, TERMINAL).run();
        TERMINAL.println();
        findings.text().forEach(TERMINAL::println);
        return findings.areRight();
    }
}
