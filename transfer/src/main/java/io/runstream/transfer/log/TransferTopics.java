package io.runstream.transfer.log;

/** The topics whose records are worth taking along: what the services name so. */
public final class TransferTopics {
    /** Every event. */
    static final String TRACKING = "runstream.tracking";

    /** Users and what they may do; there only where somebody was ever asked who is calling. */
    static final String ACCESS = "runstream.access";

    private TransferTopics() {}
}
