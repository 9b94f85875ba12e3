package io.runstream.artifact.store;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/** How a store answers a read. */
public sealed interface ReadResult {
    /**
     * Bytes, all of the object's or a range of them.
     *
     * @param contentRange the header of that name; null if these are all
     * @param length how many bytes there are to come
     * @param body paused; the reader resumes it, and reads it to its end or resets the connection. Null if none was asked
     */
    record Content(
            ObjectInfo info,
            @Nullable String contentRange,
            long length,
            @Nullable ReadStream<Buffer> body) implements ReadResult {}

    /** The client has it already. */
    record NotModified(ObjectInfo info) implements ReadResult {}

    /** It is not what the client wants to read on in. */
    record PreconditionFailed() implements ReadResult {}

    /** It is shorter than that. */
    record RangeNotSatisfiable(@Nullable String contentRange) implements ReadResult {}

    /** There is no such object. */
    record Missing() implements ReadResult {}
}
