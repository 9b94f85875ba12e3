package io.runstream.bench.workload;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.SplittableRandom;

/** Bytes that don't compress, made once: what a file holds must not cost the time that is measured. */
final class FileContent {
    private static final byte[] BLOCK = new byte[256 * 1024];

    static {
        new SplittableRandom(1).nextBytes(BLOCK);
    }

    private FileContent() {}

    static void write(OutputStream to, long size) throws IOException {
        for (long left = size; left > 0; left -= BLOCK.length) {
            to.write(BLOCK, 0, (int) Math.min(left, BLOCK.length));
        }
    }

    /** Reads to the end. */
    static long drain(InputStream from) throws IOException {
        byte[] buffer = new byte[BLOCK.length];
        long total = 0;
        for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            total += read;
        }
        return total;
    }

    static InputStream stream(long size) {
        return new InputStream() {
            private long left = size;

            @Override
            public int read() {
                throw new UnsupportedOperationException("Only blocks are read");
            }

            @Override
            public int read(byte[] to, int offset, int length) {
                if (left == 0) {
                    return -1;
                }
                int count = (int) Math.min(left, Math.min(length, BLOCK.length));
                System.arraycopy(BLOCK, 0, to, offset, count);
                left -= count;
                return count;
            }
        };
    }
}
