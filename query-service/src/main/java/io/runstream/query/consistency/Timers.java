package io.runstream.query.consistency;

import java.time.Duration;

/** Runs something later, off the calling thread; what it runs must not block. */
interface Timers {
    Timer after(Duration delay, Runnable action);

    /** Something that will run, unless it is cancelled before. */
    interface Timer {
        void cancel();
    }
}
