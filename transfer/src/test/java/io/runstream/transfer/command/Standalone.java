package io.runstream.transfer.command;

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
import java.util.Properties;

/** The built application in one process, on a free port. */
final class Standalone implements AutoCloseable {
    private final Path data;
    private final Process process;

    private Standalone(Path data, Process process) {
        this.data = data;
        this.process = process;
    }

    /**
     * Returns when it says that it is ready.
     *
     * @param partitions of its log, if that is made now
     */
    static Standalone start(Path data, int partitions) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx384m",
                        "-jar",
                        System.getProperty("runstream.app", "../standalone/target/quarkus-app/quarkus-run.jar"),
                        "--data",
                        data.toString(),
                        "--port",
                        "0")
                .redirectErrorStream(true);
        builder.environment().put("RUNSTREAM_LOG_PARTITIONS", String.valueOf(partitions));
        Process process = builder.start();
        List<String> said = new ArrayList<>();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.add(line);
            if (line.startsWith("Runstream is ready")) {
                Thread.ofVirtual().start(() -> output.lines().forEach(more -> {}));
                return new Standalone(data, process);
            }
        }
        throw new AssertionError("Runstream did not start: " + said);
    }

    URI url() {
        return URI.create(fact(data.resolve("running"), "url"));
    }

    String kafka() {
        return fact(data.resolve("running"), "kafka");
    }

    String s3() {
        return fact(data.resolve("running"), "s3");
    }

    String accessKey() {
        return fact(data.resolve("artifacts/credentials"), "access-key");
    }

    String secretKey() {
        return fact(data.resolve("artifacts/credentials"), "secret-key");
    }

    private static String fact(Path file, String key) {
        Properties facts = new Properties();
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            facts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return facts.getProperty(key, "");
    }

    /** As Ctrl-C does. */
    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
        EmbeddedPostgres.stopLeftover(data.resolve("postgres"));
    }
}
