package io.runstream.artifact.store;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import io.vertx.core.streams.WriteStream;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an upload, taken a portion at a time; what nobody has asked for yet stays with the sender. Not safe for use
 * by several threads: everything happens on the context of the stream.
 */
public final class UploadBody {
    private final ReadStream<Buffer> stream;
    private final OptionalLong length;
    /** What came beyond a portion's end. */
    private Buffer rest = Buffer.buffer();

    private boolean ended;
    private @Nullable Throwable failure;
    private @Nullable Portion portion;

    /**
     * @param stream nothing of it read yet
     * @param length of all of it, in bytes; empty if the sender did not say
     */
    public UploadBody(ReadStream<Buffer> stream, OptionalLong length) {
        this.stream = stream;
        this.length = length;
        stream.pause();
        stream.handler(this::onData);
        stream.endHandler(end -> onEnd());
        stream.exceptionHandler(this::onFailure);
    }

    /** Of bytes that are all there. */
    public static UploadBody of(Buffer bytes) {
        return new UploadBody(new BufferStream(bytes), OptionalLong.of(bytes.length()));
    }

    /** In bytes; empty if the sender did not say. */
    public OptionalLong length() {
        return length;
    }

    /**
     * Writes the next bytes to the target, no faster than it takes them, and does not end it.
     *
     * @param limit how many bytes at most
     * @return how many; fewer than the limit only at the end. Fails if the sender breaks off
     */
    public Future<Long> sendTo(WriteStream<Buffer> target, long limit) {
        target.drainHandler(drained -> resume());
        return take(limit, bytes -> {
            target.write(bytes);
            if (target.writeQueueFull()) {
                stream.pause();
            }
        });
    }

    /** The next bytes, as many as the limit or, at the end, fewer. Fails if the sender breaks off. */
    public Future<Buffer> collect(int limit) {
        // One piece from the start: growing it would hold it twice, and end with up to half of it unused.
        Buffer collected = Buffer.buffer((int) Math.min(limit, length.orElse(limit)));
        return take(limit, collected::appendBuffer).map(count -> collected);
    }

    /** Drops what is still to come: the sender, who may hear nothing before it has sent everything, is let finish. */
    public void discard() {
        portion = null;
        rest = Buffer.buffer();
        if (!ended && failure == null) {
            stream.handler(bytes -> {});
            stream.resume();
        }
    }

    private Future<Long> take(long limit, Consumer<Buffer> writer) {
        Portion next = new Portion(limit, writer);
        portion = next;
        Buffer waiting = rest;
        rest = Buffer.buffer();
        next.accept(waiting);
        if (portion == next) {
            if (failure != null) {
                next.fail(failure);
            } else if (ended) {
                next.finish();
            } else {
                stream.resume();
            }
        }
        return next.done.future();
    }

    private void resume() {
        if (!ended && failure == null) {
            stream.resume();
        }
    }

    private void onData(Buffer bytes) {
        if (portion == null) {
            rest.appendBuffer(bytes);
        } else {
            portion.accept(bytes);
        }
    }

    private void onEnd() {
        ended = true;
        if (portion != null) {
            portion.finish();
        }
    }

    private void onFailure(Throwable cause) {
        failure = cause;
        if (portion != null) {
            portion.fail(cause);
        }
    }

    /** What one caller has asked for. */
    private final class Portion {
        private final long limit;
        private final Consumer<Buffer> writer;
        private final Promise<Long> done = Promise.promise();
        private long taken;

        Portion(long limit, Consumer<Buffer> writer) {
            this.limit = limit;
            this.writer = writer;
        }

        void accept(Buffer bytes) {
            int wanted = (int) Math.min(limit - taken, bytes.length());
            if (wanted > 0) {
                taken += wanted;
                writer.accept(wanted == bytes.length() ? bytes : bytes.slice(0, wanted));
            }
            if (wanted < bytes.length()) {
                rest.appendBuffer(bytes, wanted, bytes.length() - wanted);
            }
            if (taken == limit) {
                stream.pause();
                finish();
            }
        }

        void finish() {
            portion = null;
            done.tryComplete(taken);
        }

        void fail(Throwable cause) {
            portion = null;
            done.tryFail(cause);
        }
    }
}
