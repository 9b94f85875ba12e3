package io.runstream.cluster.load;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;

/** What all writers have seen so far. Thread-safe. */
public final class Totals {
    private final LongAdder acknowledgedAppends = new LongAdder();
    private final LongAdder acknowledged = new LongAdder();
    private final LongAdder refusals = new LongAdder();
    private final LongAdder reads = new LongAdder();
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    void acknowledged(Write write) {
        acknowledged.increment();
        if (write.isAppend()) {
            acknowledgedAppends.increment();
        }
    }

    void refused(Answer answer) {
        refusals.increment();
        if (answer.retryAfter() == null) {
            complaints.add("A 429 without Retry-After");
        }
    }

    void read() {
        reads.increment();
    }

    void complain(String sentence) {
        complaints.add(sentence);
    }

    /** Writes that were acknowledged. */
    public long acknowledged() {
        return acknowledged.sum();
    }

    /** Those of them that need no projector. */
    public long acknowledgedAppends() {
        return acknowledgedAppends.sum();
    }

    /** Answers 429. */
    public long refusals() {
        return refusals.sum();
    }

    /** Reads of what had just been acknowledged that had to show it. */
    public long reads() {
        return reads.sum();
    }

    /** What should not be, in sentences. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }
}
