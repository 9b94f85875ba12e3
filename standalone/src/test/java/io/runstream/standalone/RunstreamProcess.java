package io.runstream.standalone;

import io.runstream.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** The built application as a process of its own, on a free port. */
final class RunstreamProcess implements AutoCloseable {
    private final Path data;
    private final Process process;

    private RunstreamProcess(Path data, Process process) {
        this.data = data;
        this.process = process;
    }

    /** Returns when it says that it is ready. */
    static RunstreamProcess start(Path data, String... options) {
        return start(data, Map.of(), options);
    }

    /** With authentication on; nobody has a permission that was not granted. The administrator is {@code admin}. */
    static RunstreamProcess startSecured(Path data) {
        return start(
                data,
                Map.of(
                        "RUNSTREAM_AUTH_ENABLED", "true",
                        "RUNSTREAM_AUTH_DEFAULT_PERMISSION", "NO_PERMISSIONS",
                        "RUNSTREAM_AUTH_ADMIN_PASSWORD", Person.PASSWORD));
    }

    /** With settings by environment variables. */
    static RunstreamProcess start(Path data, Map<String, String> settings, String... options) {
        Process process = launch(data, settings, options);
        List<String> said = new ArrayList<>();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        try {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                said.add(line);
                if (line.startsWith("Runstream is ready")) {
                    Thread.ofVirtual().start(() -> drain(output));
                    return new RunstreamProcess(data, process);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError("Runstream did not start: " + said);
    }

    /** Runs to its end, and returns what it printed, as lines. */
    static List<String> run(Path data, String... options) {
        Process process = launch(data, Map.of(), options);
        return process.inputReader(StandardCharsets.UTF_8).lines().toList();
    }

    URI url() {
        return URI.create(running("url"));
    }

    int postgresPort() {
        return URI.create(running("postgres")).getPort();
    }

    Path postgresFolder() {
        return data.resolve("postgres");
    }

    /** As {@code kill -9} does: the process has no say in it, and its Postgres stays behind. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As Ctrl-C does; returns the exit code. */
    int stop() throws InterruptedException {
        process.destroy();
        return process.waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        if (process.isAlive()) {
            stop();
        }
        EmbeddedPostgres.stopLeftover(postgresFolder());
    }

    private String running(String key) {
        Properties facts = new Properties();
        try (BufferedReader file = Files.newBufferedReader(data.resolve("running"))) {
            facts.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return facts.getProperty(key, "");
    }

    private static Process launch(Path data, Map<String, String> settings, String... options) {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx384m",
                "-jar",
                System.getProperty("runstream.app", "target/quarkus-app/quarkus-run.jar"),
                "--data",
                data.toString(),
                "--port",
                "0"));
        command.addAll(List.of(options));
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(settings);
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void drain(BufferedReader output) {
        try {
            while (output.readLine() != null) {
                // So that the process never waits for a reader.
            }
        } catch (IOException e) {
            // The process has ended.
        }
    }
}
