package io.runstream.bench.load;

import io.runstream.bench.http.Requests;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

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

    /** A POST whose body is built. */
    public static Builder post(String path) {
        return new Builder(body -> Requests.post(path, body));
    }

    /** A request that is built from its first line on. */
    public static Builder request() {
        return new Builder(text -> text.getBytes(StandardCharsets.US_ASCII));
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

        private final Function<String, byte[]> toRequest;
        private final StringBuilder text = new StringBuilder();
        private final List<Slot> slots = new ArrayList<>();

        private Builder(Function<String, byte[]> toRequest) {
            this.toRequest = toRequest;
        }

        public Builder text(String text) {
            this.text.append(text);
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
            slots.add(new Slot(text.length(), width, origin, scale, ahead));
            text.repeat(PLACE, width);
            return this;
        }

        /** @param stride what {@code n} grows by with each request */
        public Template build(long stride) {
            byte[] request = toRequest.apply(text.toString());
            int start = request.length - text.toString().getBytes(StandardCharsets.UTF_8).length;
            List<Slot> inRequest = slots.stream()
                    .map(slot -> new Slot(start + slot.offset, slot.width, slot.origin, slot.scale, slot.ahead))
                    .toList();
            return new Template(request, inRequest, stride);
        }
    }
}
