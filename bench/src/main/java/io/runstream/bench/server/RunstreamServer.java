package io.runstream.bench.server;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;

/** Runstream as a user starts it, with the Kafka and the Postgres it embeds. */
public final class RunstreamServer implements TrackingServer {

    private static final int PORT_LINE = 3;

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
        Path pidFile = ProcessGroup.postmasterFile(data)
                .orElseThrow(() -> new IllegalStateException("No running Postgres below " + data));
        String port = ProcessGroup.lines(pidFile).get(PORT_LINE).strip();
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres&password=postgres";
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
