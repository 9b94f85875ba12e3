package io.runstream.bench.growth;

import java.time.Duration;

/** Waiting between two looks. */
final class Pause {
    private Pause() {}

    static void of(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the projection works", interrupted);
        }
    }
}
