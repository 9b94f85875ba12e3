package io.runstream.kit.throttle;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/** A clock that a test turns. */
public final class ManualTime implements TimeMeter {
    private long nanos;

    public void pass(Duration time) {
        nanos += time.toNanos();
    }

    @Override
    public long currentTimeNanos() {
        return nanos;
    }

    @Override
    public boolean isWallClockBased() {
        return false;
    }
}
