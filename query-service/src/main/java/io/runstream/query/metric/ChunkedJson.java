package io.runstream.query.metric;

import io.smallrye.mutiny.Uni;
import java.io.ByteArrayOutputStream;

/**
 * A JSON answer that may be too long to be held in memory.
 *
 * @param first its beginning, made before the answer's head is sent: what fails up to here is answered as an error
 * @param rest where the rest comes from
 */
public record ChunkedJson(Chunk first, Source rest) {
    /** @param last whether the answer ends with it */
    @SuppressWarnings("ArrayRecordComponent")
    record Chunk(byte[] bytes, boolean last) {}

    /** Asked for a chunk when the one before is on its way; not after the last one. */
    interface Source {
        Uni<Chunk> next();
    }

    /** All of it, for answers that are known to be short enough. */
    public Uni<byte[]> whole() {
        ByteArrayOutputStream collected = new ByteArrayOutputStream();
        collected.writeBytes(first.bytes());
        return (first.last() ? Uni.createFrom().voidItem() : collectRest(collected))
                .map(done -> collected.toByteArray());
    }

    private Uni<Void> collectRest(ByteArrayOutputStream collected) {
        return rest.next()
                .invoke(chunk -> collected.writeBytes(chunk.bytes()))
                .repeat()
                .until(Chunk::last)
                .collect()
                .last()
                .replaceWithVoid();
    }

    static Uni<ChunkedJson> from(Source source) {
        return source.next().map(first -> new ChunkedJson(first, source));
    }
}
