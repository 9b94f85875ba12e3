package io.runstream.bench.server;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runstream's services and backends on this machine, each a process of its own, asked through the gateway. */
public final class RunstreamCluster implements TrackingServer {

    private final Product product;
    private final InetSocketAddress address = ChildProcess.freeAddress();
    private final Path data;
    private final ChildProcess process;

    private RunstreamCluster(Product product, Path command, Path folder, List<String> options) {
        this.product = product;
        data = folder.resolve("data");
        List<String> words = new ArrayList<>(List.of(
                command.toString(),
                "cluster",
                "up",
                "--port",
                Integer.toString(address.getPort()),
                "--data",
                data.toString()));
        words.addAll(options);
        process = new ChildProcess(words, folder, folder.resolve("cluster.log"));
        Startup.await(address, process);
    }

    /**
     * One process of each kind.
     *
     * @param command the script {@code runstream} at the root of the repository
     * @param folder an empty folder to work in
     */
    public static RunstreamCluster single(Path command, Path folder) {
        return new RunstreamCluster(Product.CLUSTER, command, folder, List.of("--single"));
    }

    /** Three brokers and two of each service; each write is on two brokers before it is acknowledged. */
    public static RunstreamCluster redundant(Path command, Path folder) {
        return new RunstreamCluster(Product.REDUNDANT_CLUSTER, command, folder, List.of());
    }

    @Override
    public Product product() {
        return product;
    }

    @Override
    public InetSocketAddress address() {
        return address;
    }

    @Override
    public String jdbcUrl() {
        throw new UnsupportedOperationException("The disk is the same for one process and for many");
    }

    @Override
    public Optional<ObjectStore> store() {
        return Optional.empty();
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
