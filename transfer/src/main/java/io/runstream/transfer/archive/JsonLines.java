package io.runstream.transfer.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.runstream.transfer.TransferException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/**
 * A file that only grows, by one line of JSON after the other. A line counts once it has its end: what a killed process left
 * of one is no line, and the next to append cuts it off.
 *
 * @param <T> what a line holds: a record
 */
final class JsonLines<T> implements AutoCloseable {
    private final FileChannel channel;

    private JsonLines(FileChannel channel) {
        this.channel = channel;
    }

    /** Goes on where the last whole line ends; makes the file if it is absent. */
    static <T> JsonLines<T> append(Path file, Class<T> type) throws IOException {
        long end = Files.exists(file) ? read(file, type, line -> {}) : 0;
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.truncate(end);
        channel.position(end);
        return new JsonLines<>(channel);
    }

    /**
     * Calls for each line in its order.
     *
     * @return where the last whole line ends, in bytes
     * @throws TransferException a whole line can't be understood
     */
    static <T> long read(Path file, Class<T> type, Consumer<T> consumer) throws IOException {
        long end = 0;
        long number = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next != '\n') {
                    line.write(next);
                    continue;
                }
                end += line.size() + 1L;
                number++;
                consumer.accept(parse(file, number, line.toString(StandardCharsets.UTF_8), type));
                line.reset();
            }
        }
        return end;
    }

    private static <T> T parse(Path file, long number, String line, Class<T> type) {
        try {
            return Json.parse(line, type);
        } catch (JsonProcessingException e) {
            throw TransferException.failed(
                    "The archive is damaged: line " + number + " of " + file + " is no JSON.", e);
        }
    }

    /** Returns when it is written; on the disk only after {@link #force}. Safe for use by several threads. */
    synchronized void append(T value) throws IOException {
        ByteBuffer line = ByteBuffer.wrap(Json.line(value));
        while (line.hasRemaining()) {
            channel.write(line);
        }
    }

    /** Returns when all that was appended is on the disk. */
    synchronized void force() throws IOException {
        channel.force(true);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
