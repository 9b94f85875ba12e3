package io.runstream.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The folder of everything that a Runstream in one process keeps, held by one process at a time. */
public final class DataFolder implements AutoCloseable {
    private final Path root;
    private final FileChannel lockFile;

    private DataFolder(Path root, FileChannel lockFile) {
        this.root = root;
        this.lockFile = lockFile;
    }

    /**
     * Makes the folder if it is absent, and holds it until closed or until this process ends.
     *
     * @throws BackendException another process holds it, or it can't be written
     */
    public static DataFolder open(Path root) {
        try {
            Files.createDirectories(root);
            FileChannel lockFile =
                    FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(lockFile) == null) {
                lockFile.close();
                throw new BackendException(
                        "The data folder " + root
                                + " is in use by another Runstream: stop it (./runstream down) or choose another folder (--data).");
            }
            return new DataFolder(root, lockFile);
        } catch (IOException e) {
            throw new BackendException("The data folder " + root + " can't be written: " + e, e);
        }
    }

    public Path root() {
        return root;
    }

    /** Where the broker keeps the log. */
    public Path kafka() {
        return root.resolve("kafka");
    }

    /** Where Postgres keeps the tables. */
    public Path postgres() {
        return root.resolve("postgres");
    }

    /** Where the S3 store keeps the artifacts. */
    public Path artifacts() {
        return root.resolve("artifacts");
    }

    /** The file that the services log to. */
    public Path log() {
        return root.resolve("logs").resolve("runstream.log");
    }

    /** Who serves the folder and where. */
    public RunningFile running() {
        return new RunningFile(root);
    }

    /** Lets others have it. */
    @Override
    public void close() {
        try {
            running().delete();
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }
}
