package io.runstream.kit.http;

import io.quarkus.runtime.configuration.MemorySize;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts the bytes of all large bodies that are in memory, so that many of them side by side can't fill the heap. Thread-safe.
 *
 * <p>Small ones are not counted: what a training loop logs goes on, however slowly others send large bodies.
 */
final class HeldBodies {
    private static final long HEAP_SHARE = 16;
    private static final long LARGEST = 64L << 20;
    private static final long LARGEST_AT_ONCE = 2;
    private static final long SMALL = 64L << 10;

    private final long largest;
    private final AtomicLong held = new AtomicLong();

    /** @param largest bytes of one body */
    HeldBodies(long largest) {
        this.largest = largest;
    }

    static HeldBodies of(HttpConfig config) {
        return new HeldBodies(config.maxBodySize()
                .map(MemorySize::asLongValue)
                .orElseGet(() -> largestFor(Runtime.getRuntime().maxMemory())));
    }

    /**
     * Bytes of the largest body where nobody has said it.
     *
     * @param heap in bytes
     */
    static long largestFor(long heap) {
        return Math.min(LARGEST, heap / HEAP_SHARE);
    }

    /** Whether a body of so many bytes is left uncounted. */
    static boolean isSmall(long bytes) {
        return bytes <= SMALL;
    }

    /** Bytes of one body. */
    long largest() {
        return largest;
    }

    /** Whether there is room for so many bytes more. Who was told so gives them back, once. */
    boolean take(long bytes) {
        long most = largest * LARGEST_AT_ONCE;
        if (held.addAndGet(bytes) <= most) {
            return true;
        }
        held.addAndGet(-bytes);
        return false;
    }

    void giveBack(long bytes) {
        held.addAndGet(-bytes);
    }
}
