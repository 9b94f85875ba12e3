package io.runstream.transfer;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Says how far each step has come: at most a line a second, and one when it is done. */
public final class Progress {
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);
    private static final String[] UNITS = {"kB", "MB", "GB", "TB", "PB"};
    private static final int STEP = 1000;
    private static final int PERCENT = 100;

    private final PrintStream out;
    private final LongSupplier nanoTime;

    Progress(PrintStream out, LongSupplier nanoTime) {
        this.out = out;
        this.nanoTime = nanoTime;
    }

    public static Progress on(PrintStream out) {
        return new Progress(out, System::nanoTime);
    }

    /** Says something at once. */
    public void say(String line) {
        out.println(line);
    }

    /**
     * @param what is done, in a few words
     * @param total how many items there are; 0 if nobody knows yet
     */
    public Step begin(String what, long total) {
        return new Step(what, total);
    }

    /** As people write it: {@code 999 B}, {@code 1.5 GB}. */
    public static String size(long bytes) {
        if (bytes < STEP) {
            return bytes + " B";
        }
        double size = bytes;
        int unit = -1;
        while (size >= STEP && unit < UNITS.length - 1) {
            size /= STEP;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %s", size, UNITS[unit]);
    }

    /** One step of the transfer. Safe for use by several threads. */
    public final class Step implements AutoCloseable {
        private final String what;
        private final long total;
        private long items;
        private long bytes;
        private long saidAt = nanoTime.getAsLong();

        private Step(String what, long total) {
            this.what = what;
            this.total = total;
        }

        /** So many more items are done, of so many bytes in all. */
        public synchronized void advance(long moreItems, long moreBytes) {
            items += moreItems;
            bytes += moreBytes;
            long now = nanoTime.getAsLong();
            if (now - saidAt >= PAUSE) {
                saidAt = now;
                say(line());
            }
        }

        /** The step is over. */
        @Override
        public synchronized void close() {
            say(line());
        }

        private String line() {
            String count = total == 0
                    ? String.format(Locale.ROOT, "%,d", items)
                    : String.format(Locale.ROOT, "%,d of %,d (%d %%)", items, total, items * PERCENT / total);
            return String.format(Locale.ROOT, "%-28s %s, %s", what, count, size(bytes));
        }
    }
}
