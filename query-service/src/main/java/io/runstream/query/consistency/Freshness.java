package io.runstream.query.consistency;

/** What a read will see. */
sealed interface Freshness {
    /** Every write that was acknowledged before the read arrived. */
    record Current() implements Freshness {}

    /** Not yet the last {@code records} of the log, as far as it matters for the read. */
    record Behind(long records) implements Freshness {}

    /** The log did not say where it ends. */
    record Unknown() implements Freshness {}
}
