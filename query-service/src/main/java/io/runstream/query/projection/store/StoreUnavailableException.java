package io.runstream.query.projection.store;

/** Postgres can't be reached, or can't work now. Whether a commit under way took effect is unknown. */
public final class StoreUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreUnavailableException(Throwable cause) {
        super("Postgres is not available: " + cause.getMessage(), cause);
    }
}
