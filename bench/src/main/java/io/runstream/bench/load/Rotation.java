package io.runstream.bench.load;

import java.nio.ByteBuffer;
import java.util.List;

/** Several sources in turn, again and again. */
public final class Rotation implements RequestSource {

    private final List<? extends RequestSource> sources;
    private int next;

    public Rotation(List<? extends RequestSource> sources) {
        this.sources = List.copyOf(sources);
    }

    /** Requests that never change, in turn. */
    public static Rotation ofFixed(List<byte[]> requests) {
        return new Rotation(requests.stream().map(Rotation::fixed).toList());
    }

    private static RequestSource fixed(byte[] request) {
        ByteBuffer buffer = ByteBuffer.wrap(request);
        return buffer::clear;
    }

    @Override
    public ByteBuffer next() {
        ByteBuffer request = sources.get(next).next();
        next = (next + 1) % sources.size();
        return request;
    }
}
