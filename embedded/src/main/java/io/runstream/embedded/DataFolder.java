package io.runstream.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The folder of everything that is kept, held by one process at a time. */
final class DataFolder implements AutoCloseable {
    private final Path root;
    private final FileChannel lockFile;

    private DataFolder(Path root, FileChannel lockFile) {
        this.root = root;
        this.lockFile = lockFile;
    }

    /**
     * Makes the folder if it is absent, and holds it until closed or until this process ends.
     *
     * @throws StandaloneException another process holds it, or it can't be written
     */
    static DataFolder open(Path root) {
        try {
            Files.createDirectories(root);
            FileChannel lockFile =
                    FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(lockFile) == null) {
                lockFile.close();
                throw StandaloneException.failed(
                        "The data folder " + root
                                + " is in use by another Runstream: stop it (./runstream down) or choose another folder (--data).");
            }
            return new DataFolder(root, lockFile);
        } catch (IOException e) {
            throw StandaloneException.failed("The data folder " + root + " can't be written: " + e, e);
        }
    }

    Path root() {
        return root;
    }

    Path kafka() {
        return root.resolve("kafka");
    }

    Path postgres() {
        return root.resolve("postgres");
    }

    Path artifacts() {
        return root.resolve("artifacts");
    }

    Path log() {
        return root.resolve("logs").resolve("runstream.log");
    }

    RunningFile running() {
        return new RunningFile(root);
    }

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
