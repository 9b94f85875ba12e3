package io.runstream.bench;

import io.runstream.bench.server.ProcessGroup;
import java.time.Duration;
import java.util.Optional;

/** Looks every few seconds at the memory of a server's processes and keeps the greatest. */
final class MemoryWatch implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final ProcessGroup processes;
    private final Thread thread;
    private volatile long peak;

    MemoryWatch(ProcessGroup processes) {
        this.processes = processes;
        thread = Thread.ofPlatform().daemon().start(this::watch);
    }

    /** Bytes; empty if this system does not tell. */
    Optional<Long> peak() {
        return peak == 0 ? Optional.empty() : Optional.of(peak);
    }

    private void watch() {
        try {
            while (true) {
                processes.memory().ifPresent(now -> peak = Math.max(peak, now));
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
