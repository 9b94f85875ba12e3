package io.runstream.bench.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the numbers were measured on.
 *
 * @param fsyncMillis mean time to append 8 KiB to a file and force it to disk: what bounds every durable write
 */
public record Machine(String processor, int cores, long memory, String system, double fsyncMillis, LocalDate day) {

    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");
    private static final int FSYNCS = 200;
    private static final int BLOCK = 8_192;

    /** @param folder on the disk where the servers keep their data */
    public static Machine describe(Path folder) {
        com.sun.management.OperatingSystemMXBean system =
                (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Machine(
                processorName().orElse(system.getArch()),
                system.getAvailableProcessors(),
                system.getTotalMemorySize(),
                system.getName() + " " + system.getVersion() + ", Java " + Runtime.version(),
                measureFsync(folder),
                LocalDate.now(ZoneOffset.UTC));
    }

    /** Over the last minute; negative if unknown. */
    public static double loadAverage() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static Optional<String> processorName() {
        if (!Files.isReadable(CPU_INFO)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(CPU_INFO)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static double measureFsync(Path folder) {
        Path file = folder.resolve("fsync");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            ByteBuffer block = ByteBuffer.allocate(BLOCK);
            long start = System.nanoTime();
            for (int i = 0; i < FSYNCS; i++) {
                channel.write(block.clear());
                channel.force(false);
            }
            return (System.nanoTime() - start) / 1e6 / FSYNCS;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
