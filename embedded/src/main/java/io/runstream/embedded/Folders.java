package io.runstream.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders that come and go as a whole. */
public final class Folders {
    private Folders() {}

    /**
     * Removes the folder and all in it; absent is fine.
     *
     * @throws UncheckedIOException something in it can't be removed
     */
    public static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes the file's contents out of everybody's sight but its owner's. */
    static void ownerOnly(Path file) throws IOException {
        if (!file.toFile().setReadable(false, false) | !file.toFile().setReadable(true, true)) {
            throw new IOException("the access rights of " + file + " can't be set");
        }
    }
}
