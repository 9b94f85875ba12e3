package io.runstream.bench.load;

import java.nio.ByteBuffer;

/** The requests of one connection, one after the other. Used by one thread. */
@FunctionalInterface
public interface RequestSource {

    /** The next request, from position 0 to its limit; valid until the next call. */
    ByteBuffer next();
}
