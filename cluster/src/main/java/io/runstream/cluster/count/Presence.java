package io.runstream.cluster.count;

/** How a write is found in the tables. */
enum Presence {
    ABSENT,
    ONCE,
    /** As often as it was applied, it should have been applied once. */
    TWICE,
    /** Some of its parts, or another value than was written. */
    PARTLY
}
