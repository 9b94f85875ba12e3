package io.runstream.kit.log;

/** The Kafka topics of Runstream. */
public final class Topics {
    /** Every event, keyed by the id whose order matters: {@code TrackingEvent} of tracking.proto. */
    public static final String TRACKING = "runstream.tracking";

    /** What services tell each other: {@code ServiceMessage} of reply.proto. Short-lived, one partition. */
    public static final String REPLIES = "runstream.replies";

    /** Records of {@link #TRACKING} that could not be applied, with the reason in their headers. */
    public static final String DEAD_LETTER = "runstream.dead-letter";

    /** Who there is and who may do what: {@code AccessEvent} of access.proto. One partition, whose order decides; no keys. */
    public static final String ACCESS = "runstream.access";

    /** Bytes of the largest event. Above what a request can carry, so that whatever the edge took the log takes too. */
    public static final int LARGEST_EVENT = 96 << 20;

    private Topics() {}
}
