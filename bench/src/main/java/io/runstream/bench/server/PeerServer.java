package io.runstream.bench.server;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** MLflow's own server or FastTrackML: a command from a Python virtual environment on a Postgres that we start. */
public final class PeerServer implements TrackingServer {

    private static final String WORKERS = "2";

    private final Product product;
    private final InetSocketAddress address = ChildProcess.freeAddress();
    private final PeerDatabase database;
    private final ChildProcess process;

    private PeerServer(Product product, Path folder, CommandLine commandLine) {
        this.product = product;
        database = new PeerDatabase(folder.resolve("postgres"));
        process = new ChildProcess(commandLine.of(database, address), folder, folder.resolve("server.log"));
        // A failure ends this program, and with it, by their shutdown hooks, the process and the database.
        Startup.await(address, process);
    }

    @FunctionalInterface
    private interface CommandLine {
        List<String> of(PeerDatabase database, InetSocketAddress address);
    }

    /** @param environment a virtual environment with {@code mlflow} and {@code psycopg2} installed */
    public static PeerServer mlflow(Path environment, Path folder) {
        return new PeerServer(
                Product.MLFLOW,
                folder,
                (database, address) -> List.of(
                        environment.resolve("bin/mlflow").toString(),
                        "server",
                        "--workers",
                        WORKERS,
                        "--backend-store-uri",
                        database.uri("postgresql+psycopg2"),
                        "--host",
                        address.getHostString(),
                        "--port",
                        Integer.toString(address.getPort())));
    }

    /** @param environment a virtual environment with {@code fasttrackml} installed */
    public static PeerServer fastTrackMl(Path environment, Path folder) {
        return new PeerServer(
                Product.FASTTRACKML,
                folder,
                (database, address) -> List.of(
                        environment.resolve("bin/fml").toString(),
                        "server",
                        "--log-level",
                        "error",
                        "--database-uri",
                        database.uri("postgres") + "?sslmode=disable",
                        "--listen-address",
                        address.getHostString() + ":" + address.getPort()));
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
        return database.jdbcUrl();
    }

    @Override
    public Optional<ObjectStore> store() {
        return Optional.empty();
    }

    @Override
    public ProcessGroup processes() {
        return new ProcessGroup(process.pid(), database.folder());
    }

    @Override
    public void close() {
        try (database) {
            process.close();
        }
    }
}
