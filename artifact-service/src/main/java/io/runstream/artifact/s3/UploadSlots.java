package io.runstream.artifact.s3;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Bounds how many uploads hold some of their bytes in memory at a time. The next one waits, with its bytes left at the sender.
 * Safe for use by several threads.
 */
final class UploadSlots {
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final int slots;
    private int free;

    UploadSlots(int slots) {
        this.slots = slots;
        this.free = slots;
    }

    /** How many uploads hold bytes now. */
    int taken() {
        synchronized (waiting) {
            return slots - free;
        }
    }

    /** How many wait for a slot. */
    int waiting() {
        synchronized (waiting) {
            return waiting.size();
        }
    }

    /** Begins the upload when there is a slot for it, on the context of this call; it gives the slot back when it ends. */
    <T> Future<T> run(Supplier<Future<T>> upload) {
        Promise<T> done = Promise.promise();
        Context context = Vertx.currentContext();
        enter(() -> {
            Runnable begin = () -> upload.get().onComplete(ended -> leave()).onComplete(done);
            if (context == null) {
                begin.run();
            } else {
                context.runOnContext(now -> begin.run());
            }
        });
        return done.future();
    }

    private void enter(Runnable begin) {
        synchronized (waiting) {
            if (free == 0) {
                waiting.add(begin);
                return;
            }
            free--;
        }
        begin.run();
    }

    private void leave() {
        @Nullable Runnable next;
        synchronized (waiting) {
            next = waiting.poll();
            if (next == null) {
                free++;
                return;
            }
        }
        next.run();
    }
}
