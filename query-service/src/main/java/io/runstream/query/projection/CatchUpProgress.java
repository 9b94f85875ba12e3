package io.runstream.query.projection;

import java.time.Duration;
import java.util.Locale;

/**
 * How far the projection is in catching up.
 *
 * @param done events projected
 * @param total events there were when it began
 * @param elapsed since it began
 */
public record CatchUpProgress(long done, long total, Duration elapsed) {
    private static final int WHOLE = 100;

    public boolean isComplete() {
        return done >= total;
    }

    public int percent() {
        return total == 0 ? WHOLE : (int) (done * WHOLE / total);
    }

    public long eventsPerSecond() {
        long millis = Math.max(1, elapsed.toMillis());
        return done * 1_000 / millis;
    }

    /** A line for people. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%3d %%  %,d of %,d events  %,d/s", percent(), done, total, eventsPerSecond());
    }
}
