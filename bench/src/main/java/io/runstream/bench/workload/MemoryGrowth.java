package io.runstream.bench.workload;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** How far a server's memory rises above what it was, looked at several times a second. */
final class MemoryGrowth implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final long MIB = 1024 * 1024;

    private final Supplier<Optional<Long>> memory;
    private final Optional<Long> before;
    private final Thread thread;
    private volatile long peak;

    MemoryGrowth(Supplier<Optional<Long>> memory) {
        this.memory = memory;
        this.before = memory.get();
        this.thread = Thread.ofPlatform().daemon().start(this::watch);
    }

    /** For the table; empty if this system does not tell. */
    String remark() {
        return before.map(start -> "memory +%,d MiB".formatted(Math.max(0, peak - start) / MIB))
                .orElse("");
    }

    private void watch() {
        try {
            while (true) {
                memory.get().ifPresent(now -> peak = Math.max(peak, now));
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
