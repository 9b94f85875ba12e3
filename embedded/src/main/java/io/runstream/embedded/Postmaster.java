package io.runstream.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The server process that a data folder names as its own in {@code postmaster.pid}. */
final class Postmaster {
    private static final Duration CLOCK_SLACK = Duration.ofSeconds(10);

    private Postmaster() {}

    /**
     * The process, if it is alive and really the one that wrote the file: after a crash of the machine its number may
     * be somebody else's.
     */
    static Optional<ProcessHandle> of(Path dataFolder) {
        List<String> lines = read(dataFolder.resolve("postmaster.pid"));
        if (lines.size() < 3) {
            return Optional.empty();
        }
        long pid = Long.parseLong(lines.get(0).strip());
        Instant startedAt = Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip()));
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(process -> matches(process, startedAt));
    }

    private static boolean matches(ProcessHandle process, Instant startedAt) {
        ProcessHandle.Info info = process.info();
        boolean isPostgres = info.command()
                .map(command -> Path.of(command).getFileName().toString())
                .filter(name -> name.startsWith("postgres"))
                .isPresent();
        boolean isOfThatTime = info.startInstant()
                .map(start -> Duration.between(start, startedAt).abs().compareTo(CLOCK_SLACK) <= 0)
                .orElse(false);
        return isPostgres && isOfThatTime;
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new BackendException("Postgres's file " + file + " can't be read: " + e, e);
        }
    }
}
