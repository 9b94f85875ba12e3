package io.runstream.cluster;

/** The cluster can't be started or stopped; the message is a sentence for the person at the keyboard. */
public final class ClusterException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ClusterException(String message) {
        super(message);
    }

    public ClusterException(String message, Throwable cause) {
        super(message, cause);
    }
}
