package io.runstream.cluster.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Puts the clocks of processes wrong by means of libfaketime ({@code apt-get install libfaketime}), which stands between a
 * process and its time of day. Time that only runs forward is left alone, as on a machine whose clock is wrong.
 */
final class Clocks {
    private static final String LIBRARY = "libfaketime.so.1";
    private static final Map<String, Duration> WRONG =
            Map.of("ingest-1", Duration.ofMinutes(5), "ingest-2", Duration.ofMinutes(-5));

    private final Optional<Path> library;

    private Clocks(Optional<Path> library) {
        this.library = library;
    }

    static Clocks find() {
        return new Clocks(Stream.of("/usr/lib", "/usr/lib64", "/usr/local/lib")
                .map(Path::of)
                .filter(Files::isDirectory)
                .flatMap(Clocks::libraries)
                .findFirst());
    }

    private static Stream<Path> libraries(Path folder) {
        try (Stream<Path> inside = Files.list(folder)) {
            List<Path> folders = Stream.concat(Stream.of(folder), inside.filter(Files::isDirectory))
                    .toList();
            return folders.stream()
                    .flatMap(parent -> Stream.of(
                            parent.resolve(LIBRARY), parent.resolve("faketime").resolve(LIBRARY)))
                    .filter(Files::isRegularFile);
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    /** Environment variables for the process of that name. */
    Map<String, String> settings(String name) {
        Duration wrong = WRONG.getOrDefault(name, Duration.ZERO);
        if (library.isEmpty() || wrong.isZero()) {
            return Map.of();
        }
        return Map.of(
                "LD_PRELOAD",
                library.get().toString(),
                "FAKETIME",
                "%+ds".formatted(wrong.toSeconds()),
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1",
                // Else every wait with a time limit ends at once.
                "FAKETIME_FORCE_MONOTONIC_FIX",
                "0");
    }

    @Override
    public String toString() {
        return library.isPresent()
                ? "the clock of ingest-1 is 5 minutes ahead, that of ingest-2 5 minutes behind"
                : "all clocks are right: there is no libfaketime here (apt-get install libfaketime)";
    }
}
