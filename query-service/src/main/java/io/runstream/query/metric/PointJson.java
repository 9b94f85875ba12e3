package io.runstream.query.metric;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Points as JSON text, written into bytes with no object per point but the digits of its value.
 *
 * <p>A chunk is taken when it is full; so what is written and not yet taken stays small.
 */
final class PointJson {
    private static final int CHUNK = 64 * 1024;
    /** The longest number, of either type, is shorter. */
    private static final int NUMBER = 32;

    private static final byte[] TIMESTAMP = ascii(",\"timestamp\":");
    private static final byte[] STEP = ascii(",\"step\":");
    private static final byte[] NAN = ascii("\"NaN\"");
    private static final byte[] LONG_MIN = ascii(Long.toString(Long.MIN_VALUE));

    private final byte[] beforeValue;
    private byte[] afterStep = ascii("}");
    private byte[] bytes;
    private int length;

    PointJson(String metricKey) {
        byte[] key = JsonStringEncoder.getInstance().quoteAsUTF8(metricKey);
        beforeValue = ascii("{\"key\":\"" + new String(key, StandardCharsets.ISO_8859_1) + "\",\"value\":");
        bytes = new byte[1024];
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** From now on points carry this run's id. */
    void nameRun(String runId) {
        afterStep = ascii(",\"run_id\":\"" + runId + "\"}");
    }

    void text(String text) {
        byte[] raw = ascii(text);
        ensure(raw.length);
        put(raw);
    }

    void comma() {
        ensure(1);
        bytes[length++] = ',';
    }

    void point(double value, long timestamp, long step) {
        ensure(beforeValue.length + TIMESTAMP.length + STEP.length + afterStep.length + 3 * NUMBER);
        put(beforeValue);
        putDouble(value);
        put(TIMESTAMP);
        putLong(timestamp);
        put(STEP);
        putLong(step);
        put(afterStep);
    }

    boolean isFull() {
        return length >= CHUNK;
    }

    /** What was written since the last call. */
    byte[] take() {
        byte[] taken = Arrays.copyOf(bytes, length);
        length = 0;
        return taken;
    }

    private void ensure(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
        }
    }

    private void put(byte[] raw) {
        System.arraycopy(raw, 0, bytes, length, raw.length);
        length += raw.length;
    }

    private void putDouble(double value) {
        if (Double.isNaN(value)) {
            put(NAN);
            return;
        }
        // Java's form is legal JSON, and the shortest that reads back as the same number.
        String digits = Double.toString(value);
        for (int i = 0; i < digits.length(); i++) {
            bytes[length++] = (byte) digits.charAt(i);
        }
    }

    private void putLong(long value) {
        if (value == Long.MIN_VALUE) {
            put(LONG_MIN);
            return;
        }
        long rest = Math.abs(value);
        if (value < 0) {
            bytes[length++] = '-';
        }
        int end = length + digits(rest);
        length = end;
        do {
            bytes[--end] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0);
    }

    private static int digits(long value) {
        int digits = 1;
        for (long rest = value; rest >= 10; rest /= 10) {
            digits++;
        }
        return digits;
    }
}
