package io.runstream.bench.workload;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Looks at the memory of a server's processes again and again, and keeps the greatest. */
public final class MemoryWatch implements AutoCloseable {

    private final Supplier<Optional<Long>> memory;
    private final Duration pause;
    private final Thread thread;
    private volatile long peak;

    /**
     * @param memory in bytes; empty if this system does not tell
     * @param pause between two looks
     */
    public MemoryWatch(Supplier<Optional<Long>> memory, Duration pause) {
        this.memory = memory;
        this.pause = pause;
        this.thread = Thread.ofPlatform().daemon().start(this::watch);
    }

    /** Bytes; empty if this system does not tell. */
    public Optional<Long> peak() {
        return peak == 0 ? Optional.empty() : Optional.of(peak);
    }

    private void watch() {
        try {
            while (true) {
                memory.get().ifPresent(now -> peak = Math.max(peak, now));
                Thread.sleep(pause);
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
