package io.runstream.bench.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A server's processes and those of its Postgres, which is no child of the server: pg_ctl lets go of it.
 *
 * @param root the server's own process
 * @param postgresFolder a folder in or below which Postgres keeps its data, with the file that tells its process
 */
public record ProcessGroup(long root, Path postgresFolder) {

    private static final String PID_FILE = "postmaster.pid";

    /** Memory of all processes in bytes, what they share counted once; empty if this system does not tell. */
    public Optional<Long> memory() {
        List<ProcessHandle> all = handles();
        List<Long> sizes =
                all.stream().map(ProcessHandle::pid).flatMap(ProcMemory::of).toList();
        return sizes.isEmpty()
                ? Optional.empty()
                : Optional.of(sizes.stream().mapToLong(Long::longValue).sum());
    }

    /** CPU time the processes that are alive used since they started, those they waited for left out. */
    public Duration cpu() {
        return handles().stream()
                .flatMap(handle -> handle.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** CPU time of each process that is alive, by its number. */
    public Map<Long, Duration> cpuByProcess() {
        Map<Long, Duration> used = new HashMap<>();
        handles().forEach(handle -> handle.info().totalCpuDuration().ifPresent(cpu -> used.put(handle.pid(), cpu)));
        return used;
    }

    /**
     * CPU time since an earlier look. What processes used that came and went between the two looks is left out, and what
     * those used that were there and are not any more: workers that clean up now and then.
     */
    public Duration cpuSince(Map<Long, Duration> earlier) {
        return cpuByProcess().entrySet().stream()
                .map(now -> now.getValue().minus(earlier.getOrDefault(now.getKey(), Duration.ZERO)))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private List<ProcessHandle> handles() {
        return Stream.concat(Stream.of(root), postmaster().stream())
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .flatMap(handle -> Stream.concat(Stream.of(handle), handle.descendants()))
                .distinct()
                .toList();
    }

    private Optional<Long> postmaster() {
        return postmasterFile(postgresFolder)
                .map(file -> Long.parseLong(lines(file).getFirst().strip()));
    }

    /** The file by which a running Postgres tells its process and port, in or below a folder. */
    static Optional<Path> postmasterFile(Path folder) {
        try (Stream<Path> files = Files.find(folder, 4, (path, attributes) -> path.endsWith(PID_FILE))) {
            return files.findFirst();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
