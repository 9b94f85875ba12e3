package io.runstream.standalone;

import java.io.PrintStream;
import java.time.Duration;

/** Waits until the tables hold what the log held when it was asked, and says how far it is. */
final class CatchUp {
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(2);

    private final LogProgress progress;
    private final PrintStream terminal;

    CatchUp(LogProgress progress, PrintStream terminal) {
        this.progress = progress;
        this.terminal = terminal;
    }

    /** After an ordinary start: silent unless it takes long. */
    void resume() throws InterruptedException {
        await(progress.published(), "Catching up");
    }

    /** From the start of the log. */
    void replay() throws InterruptedException {
        long startedAt = System.nanoTime();
        long target = progress.published();
        terminal.printf("Replaying %,d events%n", target);
        await(target, "Replaying");
        Duration taken = Duration.ofNanos(System.nanoTime() - startedAt);
        terminal.printf("Replayed %,d events in %.1f s%n", target, taken.toMillis() / 1000.0);
    }

    private void await(long target, String what) throws InterruptedException {
        long nextLineAt = System.nanoTime() + BETWEEN_LINES.toNanos();
        for (long done = progress.projected(); done < target; done = progress.projected()) {
            if (System.nanoTime() - nextLineAt >= 0) {
                terminal.printf("%s: %,d of %,d events%n", what, done, target);
                nextLineAt = System.nanoTime() + BETWEEN_LINES.toNanos();
            }
            Thread.sleep(PAUSE);
        }
    }
}
