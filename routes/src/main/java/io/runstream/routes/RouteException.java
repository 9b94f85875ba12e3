package io.runstream.routes;

/** The annotations don't say which service answers what; the message says where, and what to do. */
public final class RouteException extends RuntimeException {
    private static final long serialVersionUID = 1;

    RouteException(String message) {
        super(message);
    }
}
