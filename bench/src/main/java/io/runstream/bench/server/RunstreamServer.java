package io.runstream.bench.server;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;

/** Runstream as a user starts it, with the Kafka and the Postgres it embeds. */
public final class RunstreamServer implements TrackingServer {

    /** What stands before the database's address in the file {@code running} of the data folder. */
    private static final String DATABASE = "postgres=";

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
        String database = ProcessGroup.lines(data.resolve("running")).stream()
                .filter(line -> line.startsWith(DATABASE))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Runstream does not say where its database is"));
        return "jdbc:%s?user=runstream&password=%s".formatted(database.substring(DATABASE.length()), password);
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
