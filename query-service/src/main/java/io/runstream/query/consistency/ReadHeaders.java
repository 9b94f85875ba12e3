package io.runstream.query.consistency;

/** The headers by which a caller and Runstream speak about how fresh a read is. */
public final class ReadHeaders {
    /** Of a request. The value {@link #EVENTUAL} asks for what is projected already, without waiting. */
    public static final String CONSISTENCY = "Runstream-Consistency";

    public static final String EVENTUAL = "eventual";

    /**
     * Of an answer that may miss acknowledged writes: how many records of the log it is behind, or {@link #UNKNOWN}.
     * Absent if the answer misses none, or if the caller asked not to wait.
     */
    public static final String LAG = "Runstream-Lag";

    /** The log's end could not be asked for. */
    public static final String UNKNOWN = "unknown";

    private ReadHeaders() {}
}
