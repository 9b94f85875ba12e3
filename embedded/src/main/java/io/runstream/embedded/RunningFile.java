package io.runstream.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * {@code running} in the data folder: who serves it and where, as lines of {@code key=value} for {@code ./runstream}. Left
 * behind by a killed process; the lock, not this file, says whether somebody is there.
 */
public final class RunningFile {
    private final Path path;

    RunningFile(Path dataFolder) {
        this.path = dataFolder.resolve("running");
    }

    /** Replaces the file as a whole. */
    public void write(Map<String, String> facts) {
        String text = facts.entrySet().stream()
                .map(fact -> fact.getKey() + "=" + fact.getValue() + "\n")
                .collect(Collectors.joining());
        Path partial = path.resolveSibling("running.new");
        try {
            Files.writeString(partial, text);
            Files.move(partial, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nobody is there any more. */
    public void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
