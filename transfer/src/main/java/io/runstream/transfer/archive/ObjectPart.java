package io.runstream.transfer.archive;

import io.runstream.transfer.TransferException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The artifacts of an archive: a file each, named by the SHA-256 of its key, with a line of JSON beside it that says what it
 * is of. {@code objects.jsonl} lists those that belong to the last whole export.
 */
public final class ObjectPart {
    private static final String INDEX = "objects.jsonl";
    private static final int PREFIX = 2;

    private final Path folder;

    ObjectPart(Path folder) {
        this.folder = folder;
    }

    Path index() {
        return folder.resolve(INDEX);
    }

    /** Where the bytes of that key are, if they are there. */
    public Path file(String key) {
        String name = Digests.of(key.getBytes(StandardCharsets.UTF_8));
        return folder.resolve("objects").resolve(name.substring(0, PREFIX)).resolve(name);
    }

    private static Path description(Path file) {
        return file.resolveSibling(file.getFileName() + ".json");
    }

    /** What is there already of that key in that version. */
    public Optional<ObjectEntry> find(String key, String version) {
        Path file = file(key);
        try {
            if (!Files.exists(description(file))) {
                return Optional.empty();
            }
            ObjectEntry entry = Json.parse(Files.readString(description(file)), ObjectEntry.class);
            return entry.version().equals(version) && Files.exists(file) && Files.size(file) == entry.size()
                    ? Optional.of(entry)
                    : Optional.empty();
        } catch (IOException e) {
            // Half a line, of a process that was killed: the copy that it speaks of is made again.
            return Optional.empty();
        }
    }

    /**
     * Copies the bytes of a key, replacing what was there of it.
     *
     * @throws IOException the source can't be read or the archive can't be written
     */
    public ObjectEntry add(String key, String version, String contentType, InputStream content) throws IOException {
        Path file = file(key);
        MessageDigest digest = Digests.sha256();
        // First, so that it never speaks of other bytes than those beside it.
        Files.deleteIfExists(description(file));
        try (NewFile copy = NewFile.open(file)) {
            DigestOutputStream out = new DigestOutputStream(copy.out(), digest);
            long size = content.transferTo(out);
            copy.publish();
            ObjectEntry entry = new ObjectEntry(key, size, Digests.hex(digest), contentType, version);
            Files.write(description(file), Json.line(entry));
            return entry;
        }
    }

    /** Begins the list of all that belong to this export. */
    public NewIndex beginIndex() {
        Path partial = folder.resolve(INDEX + ".new");
        try {
            Files.deleteIfExists(partial);
            return new NewIndex(partial, JsonLines.append(partial, ObjectEntry.class));
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Calls for each artifact that belongs to the archive. */
    public void forEach(Consumer<ObjectEntry> consumer) {
        try {
            JsonLines.read(index(), ObjectEntry.class, consumer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws TransferException the bytes are missing or not those that were copied */
    public void check(ObjectEntry entry) {
        Path file = file(entry.key());
        try {
            if (!Files.exists(file)
                    || Files.size(file) != entry.size()
                    || !Digests.of(file).equals(entry.sha256())) {
                throw TransferException.failed(
                        "The archive is damaged: " + file + " does not hold the artifact " + entry.key() + ".");
            }
        } catch (IOException e) {
            throw TransferException.failed("The archive is damaged: " + file + " can't be read: " + e, e);
        }
    }

    private TransferException unwritable(IOException e) {
        return TransferException.failed("The archive " + folder + " can't be written: " + e, e);
    }

    /** The list under way; the one before counts until {@link #finish}. Safe for use by several threads. */
    public final class NewIndex implements AutoCloseable {
        private final Path partial;
        private final JsonLines<ObjectEntry> lines;
        private long objects;
        private long bytes;

        private NewIndex(Path partial, JsonLines<ObjectEntry> lines) {
            this.partial = partial;
            this.lines = lines;
        }

        public synchronized void add(ObjectEntry entry) throws IOException {
            lines.append(entry);
            objects++;
            bytes += entry.size();
        }

        public synchronized long objects() {
            return objects;
        }

        /** Of all artifacts. */
        public synchronized long bytes() {
            return bytes;
        }

        /** It is the archive's list from now on. */
        public synchronized void finish() {
            try {
                lines.force();
                lines.close();
                Files.move(partial, index(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw unwritable(e);
            }
        }

        @Override
        public void close() {
            try {
                lines.close();
            } catch (IOException e) {
                throw unwritable(e);
            }
        }
    }
}
