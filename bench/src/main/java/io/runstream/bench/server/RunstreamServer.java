package io.runstream.bench.server;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** Runstream as a user starts it, with the Kafka and the Postgres it embeds. */
public final class RunstreamServer implements TrackingServer {

    private final InetSocketAddress address = ChildProcess.freeAddress();
    private final Path data;
    private final ChildProcess process;

    /**
     * @param command the script {@code runstream} at the root of the repository
     * @param folder an empty folder to work in
     */
    public RunstreamServer(Path command, Path folder) {
        data = folder.resolve("data");
        process = new ChildProcess(
                List.of(
                        command.toString(),
                        "up",
                        "--port",
                        Integer.toString(address.getPort()),
                        "--data",
                        data.toString()),
                folder,
                folder.resolve("server.log"));
        Startup.await(address, process);
    }

    @Override
    public Product product() {
        return Product.RUNSTREAM;
    }

    @Override
    public InetSocketAddress address() {
        return address;
    }

    @Override
    public String jdbcUrl() {
        String password =
                ProcessGroup.lines(data.resolve("postgres").resolve("password")).getFirst();
        return "jdbc:%s?user=runstream&password=%s".formatted(running().getProperty("postgres"), password);
    }

    @Override
    public Optional<ObjectStore> store() {
        Properties credentials = properties(data.resolve("artifacts").resolve("credentials"));
        return Optional.of(new ObjectStore(
                running().getProperty("s3"),
                credentials.getProperty("access-key"),
                credentials.getProperty("secret-key")));
    }

    /** Bootstrap servers of the Kafka it embeds. */
    public String kafka() {
        return running().getProperty("kafka");
    }

    /** Bytes that its Kafka keeps on the disk. */
    public long logBytes() {
        try (Stream<Path> files = Files.walk(data.resolve("kafka"))) {
            return files.map(Path::toFile)
                    .filter(File::isFile)
                    // What lies in the segments' indexes is mapped larger than it is.
                    .filter(file -> file.getName().endsWith(".log"))
                    .mapToLong(File::length)
                    .sum();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Where it says its backends are. */
    private Properties running() {
        return properties(data.resolve("running"));
    }

    private static Properties properties(Path file) {
        Properties properties = new Properties();
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return properties;
    }

    @Override
    public ProcessGroup processes() {
        return new ProcessGroup(process.pid(), data);
    }

    @Override
    public void close() {
        process.close();
    }
}
