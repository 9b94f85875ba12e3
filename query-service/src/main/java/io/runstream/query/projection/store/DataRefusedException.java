package io.runstream.query.projection.store;

/** Postgres works, and can't hold a value that it was given: trying again will not help. */
public final class DataRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DataRefusedException(Throwable cause) {
        super(cause.getMessage(), cause);
    }
}
