package io.runstream.cluster.load;

/** What a client knows of a write in the end. */
public enum Outcome {
    /** Answered with success. */
    ACKNOWLEDGED,
    /** No answer, or one that leaves it open: 503. */
    IN_DOUBT,
    /** Answered 429 to the end: nothing was written. */
    REFUSED,
    /** Answered with an error that it gave no reason for. */
    FAILED
}
