package io.runstream.cluster.fault;

import io.runstream.cluster.Member;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much of a process is in memory, where Linux tells it. */
final class Memory {
    private static final String RESIDENT = "VmRSS:";
    private static final int KILOBYTES = 1024;

    private Memory() {}

    /** In megabytes; 0 if it is not known. */
    static long of(Member member) {
        try {
            return Files.readAllLines(Path.of("/proc", String.valueOf(member.pid()), "status")).stream()
                    .filter(line -> line.startsWith(RESIDENT))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / KILOBYTES)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
