package io.runstream.query.metric;

import io.smallrye.mutiny.Uni;

/**
 * A JSON answer that may be too long to be held in memory.
 *
 * @param first its beginning, made before the answer's head is sent: what fails up to here is answered as an error
 * @param rest where the rest comes from
 */
record ChunkedJson(Chunk first, Source rest) {
    /** @param last whether the answer ends with it */
    @SuppressWarnings("ArrayRecordComponent")
    record Chunk(byte[] bytes, boolean last) {}

    /** Asked for a chunk when the one before is on its way; not after the last one. */
    interface Source {
        Uni<Chunk> next();
    }

    static Uni<ChunkedJson> from(Source source) {
        return source.next().map(first -> new ChunkedJson(first, source));
    }
}
