package io.runstream.bench.http;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Reads HTTP/1.1 answers one after the other from a blocking channel. */
final class ResponseReader {

    private static final int EXCERPT = 300;
    private static final Duration DEFAULT_RETRY_AFTER = Duration.ofSeconds(1);

    private final ReadableByteChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(64 * 1024).limit(0);
    private final byte[] line = new byte[8 * 1024];
    private final StringBuilder excerpt = new StringBuilder();

    private long contentLength;
    private boolean chunked;
    private boolean ends;
    private Duration retryAfter = DEFAULT_RETRY_AFTER;

    ResponseReader(ReadableByteChannel channel) {
        this.channel = channel;
    }

    /** The answer read last said that the server closes the connection. */
    boolean connectionEnds() {
        return ends;
    }

    /** @throws IOException if the channel ends in the middle of an answer or its form is not understood */
    Response read(Body body) throws IOException {
        int status = readStatus();
        readHeaders();
        excerpt.setLength(0);
        Body receiver = status < 300 ? body : this::keepExcerpt;
        if (chunked) {
            readChunks(receiver);
        } else {
            readBody(contentLength, receiver);
        }
        return new Response(status, retryAfter, excerpt.toString());
    }

    private int readStatus() throws IOException {
        int length = readLine();
        if (length < 12 || !startsWith("http/1.1 ", length)) {
            throw new IOException("Not an HTTP/1.1 answer: " + text(0, length));
        }
        return Integer.parseInt(text(9, 12));
    }

    private void readHeaders() throws IOException {
        contentLength = 0;
        chunked = false;
        ends = false;
        retryAfter = DEFAULT_RETRY_AFTER;
        for (int length = readLine(); length > 0; length = readLine()) {
            if (startsWith("content-length:", length)) {
                contentLength = Long.parseLong(text(15, length));
            } else if (startsWith("transfer-encoding: chunked", length)) {
                chunked = true;
            } else if (startsWith("connection: close", length)) {
                ends = true;
            } else if (startsWith("retry-after:", length)) {
                retryAfter = Duration.ofSeconds(Long.parseLong(text(12, length)));
            }
        }
    }

    private void readChunks(Body body) throws IOException {
        while (true) {
            int length = readLine();
            long size = Long.parseLong(text(0, length), 16);
            if (size == 0) {
                while (readLine() > 0) {
                    // Trailers: none is of interest.
                }
                return;
            }
            readBody(size, body);
            readLine();
        }
    }

    private void readBody(long length, Body body) throws IOException {
        long left = length;
        while (left > 0) {
            ensureSome();
            int size = (int) Math.min(left, buffer.remaining());
            body.accept(buffer.array(), buffer.position(), size);
            buffer.position(buffer.position() + size);
            left -= size;
        }
    }

    /** Returns the length of the line now in {@link #line}, without its end. */
    private int readLine() throws IOException {
        int length = 0;
        while (true) {
            ensureSome();
            byte next = buffer.get();
            if (next == '\n') {
                return length > 0 && line[length - 1] == '\r' ? length - 1 : length;
            }
            if (length == line.length) {
                throw new IOException("A header of more than " + line.length + " bytes");
            }
            line[length++] = next;
        }
    }

    private void ensureSome() throws IOException {
        if (buffer.hasRemaining()) {
            return;
        }
        buffer.clear();
        int size = channel.read(buffer);
        buffer.flip();
        if (size < 0) {
            throw new EOFException("The server closed the connection");
        }
    }

    private boolean startsWith(String lowerCase, int length) {
        if (length < lowerCase.length()) {
            return false;
        }
        for (int i = 0; i < lowerCase.length(); i++) {
            if (Character.toLowerCase((char) line[i]) != lowerCase.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private String text(int from, int to) {
        return new String(line, from, to - from, StandardCharsets.ISO_8859_1).strip();
    }

    private void keepExcerpt(byte[] bytes, int offset, int length) {
        int size = Math.min(length, EXCERPT - excerpt.length());
        excerpt.append(new String(bytes, offset, size, StandardCharsets.UTF_8));
    }
}
