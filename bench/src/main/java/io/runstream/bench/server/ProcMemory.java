package io.runstream.bench.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Linux's account of a process's memory. */
final class ProcMemory {

    private static final String SHARE = "Pss:";
    private static final long KIB = 1_024;

    private ProcMemory() {}

    /** The proportional set size in bytes: pages shared by n processes count one n-th. Empty if it can't be read. */
    static Stream<Long> of(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith(SHARE)).map(ProcMemory::bytes).toList().stream();
        } catch (IOException endedOrOtherSystem) {
            return Stream.empty();
        }
    }

    private static long bytes(String line) {
        String kibibytes = line.substring(SHARE.length()).replace("kB", "").strip();
        return Long.parseLong(kibibytes) * KIB;
    }
}
