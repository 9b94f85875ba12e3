package io.runstream.bench.load;

import io.runstream.bench.http.Requests;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One request whose numbers move on each time it is sent. The numbers keep their width, so a request costs a few bytes
 * overwritten in place, and its length never changes.
 */
public final class Template implements RequestSource {

    /** A mark that JSON never has outside of strings, and the requests built here not even there. */
    private static final char PLACE = '\u0001';

    private record Slot(int offset, int width, long origin, long scale, long ahead) {}

    private final byte[] bytes;
    private final ByteBuffer buffer;
    private final List<Slot> slots;
    private final long stride;
    private long count;

    private Template(byte[] bytes, List<Slot> slots, long stride) {
        this.bytes = bytes;
        this.buffer = ByteBuffer.wrap(bytes);
        this.slots = slots;
        this.stride = stride;
    }

    public static Builder post(String path) {
        return new Builder(path);
    }

    @Override
    public ByteBuffer next() {
        for (Slot slot : slots) {
            write(slot.origin + slot.scale * (count + slot.ahead), slot.offset, slot.width);
        }
        count += stride;
        return buffer.clear();
    }

    private void write(long number, int offset, int width) {
        long rest = number;
        for (int i = offset + width - 1; i >= offset; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    /** Puts a request together: text, and numbers that count. */
    public static final class Builder {

        private final String path;
        private final StringBuilder body = new StringBuilder();
        private final List<Slot> slots = new ArrayList<>();

        private Builder(String path) {
            this.path = path;
        }

        public Builder text(String text) {
            body.append(text);
            return this;
        }

        /**
         * A number that is {@code origin + scale * (n + ahead)}, where {@code n} starts at 0 and grows by the stride
         * with each request.
         *
         * @param origin positive; the number must keep as many digits as this has
         */
        public Builder number(long origin, long scale, long ahead) {
            int width = Long.toString(origin).length();
            slots.add(new Slot(body.length(), width, origin, scale, ahead));
            body.repeat(PLACE, width);
            return this;
        }

        /** @param stride what {@code n} grows by with each request */
        public Template build(long stride) {
            byte[] request = Requests.post(path, body.toString());
            int start = request.length - body.toString().getBytes(StandardCharsets.UTF_8).length;
            List<Slot> inRequest = slots.stream()
                    .map(slot -> new Slot(start + slot.offset, slot.width, slot.origin, slot.scale, slot.ahead))
                    .toList();
            return new Template(request, inRequest, stride);
        }
    }
}
