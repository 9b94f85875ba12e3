package io.runstream.bench.http;

/** Takes the body of a successful answer, piece by piece. The bytes are only valid during the call. */
@FunctionalInterface
public interface Body {

    /** Reads the body from the socket and drops it. */
    Body IGNORED = (bytes, offset, length) -> {};

    void accept(byte[] bytes, int offset, int length);
}
