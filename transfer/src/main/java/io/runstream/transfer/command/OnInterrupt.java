package io.runstream.transfer.command;

import java.util.List;

/** Closes backends when the process is told to stop, so that their next start has nothing to repair. */
final class OnInterrupt implements AutoCloseable {
    private final Thread hook;

    private OnInterrupt(Thread hook) {
        this.hook = hook;
    }

    static OnInterrupt close(AutoCloseable... backends) {
        List<AutoCloseable> all = List.of(backends);
        Thread hook = new Thread(() -> all.forEach(OnInterrupt::closeQuietly), "transfer-stop");
        Runtime.getRuntime().addShutdownHook(hook);
        return new OnInterrupt(hook);
    }

    private static void closeQuietly(AutoCloseable backend) {
        try {
            backend.close();
        } catch (Exception e) {
            // The process ends; what was left open is repaired at the next start.
        }
    }

    /** It was not interrupted. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // It is running.
        }
    }
}
