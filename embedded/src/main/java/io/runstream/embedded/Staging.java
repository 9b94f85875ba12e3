package io.runstream.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gaul.s3proxy.blobstore.S3Exceptions;

/** Where objects are written before they are whole: a folder beside the buckets, on the same file system. */
final class Staging {
    /** As the store sees it, one more bucket; no client can name it, since no bucket's name begins with a dot. */
    static final String BUCKET = ".incoming";

    /** The parts of uploads that may go on after a restart; the store keeps them under this prefix. */
    private static final String PARTS = ".mpus-";

    /** What a part is called before it is whole. */
    private static final Pattern TORN_PART =
            Pattern.compile(".*-(\\d+|stub)-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final int ATTEMPTS = 10;

    private final Path objects;
    private final Path incoming;
    private final boolean flush;

    private Staging(Path objects, boolean flush) {
        this.objects = objects;
        this.incoming = objects.resolve(BUCKET);
        this.flush = flush;
    }

    /** Removes what a process that was killed left half-written. */
    static Staging open(Path objects, boolean flush) throws IOException {
        Staging staging = new Staging(objects, flush);
        Files.createDirectories(staging.incoming);
        staging.sweep();
        return staging;
    }

    /**
     * Makes a staged object the one of that key, replacing what was there.
     *
     * @throws software.amazon.awssdk.services.s3.model.S3Exception 400, the file system can't have that name
     */
    void publish(String stagedKey, String bucket, String key) throws IOException {
        Path staged = incoming.resolve(stagedKey);
        Path target = objects.resolve(bucket).resolve(key);
        if (flush) {
            try (FileChannel file = FileChannel.open(staged, StandardOpenOption.WRITE)) {
                file.force(true);
            }
        }
        try {
            move(staged, target);
        } catch (FileSystemException e) {
            Files.deleteIfExists(staged);
            throw refusal(target, e);
        }
    }

    /** The deletion of a neighbour may take an empty folder away between its making and the move: then once more. */
    private static void move(Path staged, Path target) throws IOException {
        for (int attempt = 1; ; attempt++) {
            Files.createDirectories(target.getParent());
            try {
                Files.move(staged, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                return;
            } catch (NoSuchFileException e) {
                if (attempt == ATTEMPTS || !Files.exists(staged)) {
                    throw e;
                }
            }
        }
    }

    private RuntimeException refusal(Path target, FileSystemException e) throws IOException {
        if (Files.isDirectory(target)) {
            return S3Exceptions.invalidArgument("There are objects whose names begin with this one and a slash.");
        }
        for (Path parent = target; parent != null && parent.startsWith(objects); parent = parent.getParent()) {
            if (parent != target && Files.isRegularFile(parent)) {
                return S3Exceptions.invalidArgument("There is an object whose name is the beginning of this one.");
            }
        }
        String reason = e.getReason();
        if (reason != null && reason.contains("name too long")) {
            return S3Exceptions.invalidArgument("A part of the name is longer than the file system allows.");
        }
        throw e;
    }

    private void sweep() throws IOException {
        try (Stream<Path> entries = Files.list(incoming)) {
            for (Path entry : entries.toList()) {
                if (entry.getFileName().toString().startsWith(PARTS)) {
                    sweepParts(entry);
                } else {
                    Folders.delete(entry);
                }
            }
        }
    }

    private static void sweepParts(Path upload) throws IOException {
        try (Stream<Path> tree = Files.walk(upload)) {
            List<Path> torn = tree.filter(Files::isRegularFile)
                    .filter(file ->
                            TORN_PART.matcher(file.getFileName().toString()).matches())
                    .toList();
            for (Path file : torn) {
                Files.delete(file);
            }
        }
    }
}
