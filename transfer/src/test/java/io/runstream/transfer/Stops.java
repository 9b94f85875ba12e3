package io.runstream.transfer;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/** Progress that ends the transfer, as if the process had been killed there. */
public final class Stops {
    private Stops() {}

    /** What ends it. */
    public static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** After that many items of all steps together. */
    public static Progress after(long items) {
        AtomicLong left = new AtomicLong(items);
        return new Progress(nowhere(), () -> {
            if (left.getAndDecrement() == 0) {
                throw new Stopped();
            }
            return 0;
        });
    }

    /** Never, and without a word. */
    public static Progress never() {
        return new Progress(nowhere(), () -> 0);
    }

    private static PrintStream nowhere() {
        return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    }
}
