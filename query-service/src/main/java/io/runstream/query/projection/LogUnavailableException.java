package io.runstream.query.projection;

/** Kafka did not take a record in time. */
final class LogUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LogUnavailableException(Throwable cause) {
        super("Kafka is not available: " + cause.getMessage(), cause);
    }
}
