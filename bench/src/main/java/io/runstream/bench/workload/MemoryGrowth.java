package io.runstream.bench.workload;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** How far a server's memory rises above what it was, looked at several times a second. */
final class MemoryGrowth implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final long MIB = 1024 * 1024;

    private final Optional<Long> before;
    private final MemoryWatch watch;

    MemoryGrowth(Supplier<Optional<Long>> memory) {
        this.before = memory.get();
        this.watch = new MemoryWatch(memory, PAUSE);
    }

    /** For the table; empty if this system does not tell. */
    String remark() {
        return before.map(start ->
                        "memory +%,d MiB".formatted(Math.max(0, watch.peak().orElse(start) - start) / MIB))
                .orElse("");
    }

    @Override
    public void close() {
        watch.close();
    }
}
