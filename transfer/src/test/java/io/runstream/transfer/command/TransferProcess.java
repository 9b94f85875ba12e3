package io.runstream.transfer.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** The built program, as {@code ./runstream} starts it. */
final class TransferProcess {
    private final ProcessBuilder builder;

    TransferProcess(Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-jar",
                System.getProperty("runstream.transfer", "target/transfer.jar")));
        command.addAll(List.of(arguments));
        this.builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
    }

    /** @param said all that it printed, without the JDK's own warnings */
    record Result(int exitCode, String said) {}

    Result run() throws IOException, InterruptedException {
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), said);
    }

    /** Kills it, as {@code kill -9} does, as soon as there are that many files below the folder; it may have ended before. */
    void killWhenFilesAppear(Path folder, int files) throws IOException, InterruptedException {
        Process process =
                builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(1))
                .until(() -> !process.isAlive() || count(folder) >= files);
        process.destroyForcibly().waitFor();
        builder.redirectOutput(ProcessBuilder.Redirect.PIPE);
    }

    private static long count(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return 0;
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile).count();
        } catch (UncheckedIOException e) {
            // A file went away while it was counted.
            return 0;
        }
    }
}
