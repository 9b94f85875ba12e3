package io.runstream.bench.workload;

import io.runstream.bench.load.LoadResult;
import java.time.Duration;
import java.util.Optional;

/** One client writes, another reads, nobody else is there: how soon the written is seen. */
record ReadAfterWrite(String name, String title, Goal goal) implements Workload {

    @Override
    public Measurement measure(Stage stage) {
        try (VisibilityProbe warmUp = new VisibilityProbe(stage);
                VisibilityProbe probe = new VisibilityProbe(stage)) {
            warmUp.run(stage.effort().warmUp(), Duration.ZERO);
            Duration cpu = stage.serverCpu().get();
            long start = System.nanoTime();
            Visibility visibility = probe.run(stage.effort().window(), Duration.ZERO);
            Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
            Duration serverCpu = stage.serverCpu().get().minus(cpu);
            LoadResult load = new LoadResult(visibility.delays(), 0, 0, "", elapsed, Duration.ZERO);
            return new Measurement(load, 0, elapsed, serverCpu, Optional.empty(), Optional.of(visibility), "");
        }
    }
}
