package io.runstream.query.consistency;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Time passes when a test says so. */
final class HandDrivenTimers implements Timers {
    private final List<Pending> pending = new ArrayList<>();
    private Duration now = Duration.ZERO;

    private record Pending(Duration due, Runnable action) {}

    @Override
    public Timer after(Duration delay, Runnable action) {
        Pending one = new Pending(now.plus(delay), action);
        pending.add(one);
        return () -> pending.remove(one);
    }

    void pass(Duration time) {
        Duration until = now.plus(time);
        while (true) {
            var next = pending.stream()
                    .filter(one -> one.due.compareTo(until) <= 0)
                    .min(Comparator.comparing(Pending::due));
            if (next.isEmpty()) {
                break;
            }
            pending.remove(next.get());
            now = next.get().due;
            next.get().action.run();
        }
        now = until;
    }

    int pending() {
        return pending.size();
    }
}
