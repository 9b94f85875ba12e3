package io.runstream.query.answer;

import io.smallrye.mutiny.Uni;
import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A JSON answer that may be too long to be held in memory.
 *
 * @param first its beginning, made before the answer's head is sent: what fails up to here is answered as an error
 * @param rest where the rest comes from
 */
public record ChunkedJson(Chunk first, Source rest) {
    /** @param last whether the answer ends with it */
    @SuppressWarnings("ArrayRecordComponent")
    public record Chunk(byte[] bytes, boolean last) {}

    /** Asked for a chunk when the one before is on its way; not after the last one. */
    public interface Source {
        Uni<Chunk> next();
    }

    /**
     * All of it, for who can't send it in chunks.
     *
     * @param most bytes that it may have
     * @param tooLong what it fails with if it has more
     */
    public Uni<byte[]> whole(int most, Supplier<? extends RuntimeException> tooLong) {
        ByteArrayOutputStream collected = new ByteArrayOutputStream();
        Consumer<Chunk> collector = chunk -> {
            if (collected.size() + chunk.bytes().length > most) {
                throw tooLong.get();
            }
            collected.writeBytes(chunk.bytes());
        };
        return Uni.createFrom()
                .item(first)
                .invoke(collector)
                .chain(begun -> begun.last() ? Uni.createFrom().voidItem() : collectRest(collector))
                .map(done -> collected.toByteArray());
    }

    private Uni<Void> collectRest(Consumer<Chunk> collector) {
        return Uni.createFrom()
                .deferred(rest::next)
                .invoke(collector)
                .repeat()
                .until(Chunk::last)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Its beginning is made at once. */
    public static Uni<ChunkedJson> from(Source source) {
        return source.next().map(first -> new ChunkedJson(first, source));
    }
}
