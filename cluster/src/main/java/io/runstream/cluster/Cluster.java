package io.runstream.cluster;

import io.runstream.cluster.way.Network;
import io.runstream.embedded.KafkaMember;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Kafka, Postgres, an S3 store, the services and the gateway, on one folder and on loopback, each a process of its own.
 * Everything is stopped when this is closed. For one thread, but for the members, each of which may be killed and started by
 * any.
 */
public final class Cluster implements AutoCloseable {
    /** The name of the database. */
    public static final String DATABASE = "runstream";

    private static final Duration BACKEND_PATIENCE = Duration.ofSeconds(60);
    private static final Duration SERVICE_PATIENCE = Duration.ofSeconds(120);

    private final Path folder;
    private final Layout layout;
    private final Surroundings surroundings;
    private final Programs programs;
    private final Ports ports;
    private final List<Member> brokers = new ArrayList<>();
    private final List<Member> stores = new ArrayList<>();
    private final List<Member> services = new ArrayList<>();
    private final List<Member> gateways = new ArrayList<>();
    private final Map<String, List<URI>> addresses = new LinkedHashMap<>();
    private final URI url;
    private @Nullable Database database;
    private @Nullable Settings settings;
    private @Nullable String bootstrapServers;
    private boolean closed;

    /**
     * Starts nothing yet.
     *
     * @param home the root of the sources, in which everything has been built
     * @param folder made if absent; one cluster at a time may use it, the caller sees to that
     * @param port of the gateway; 0 for a free one
     */
    public Cluster(Path home, Path folder, Layout layout, int port) {
        this(home, folder, layout, port, Surroundings.plain(), new Ports(new Random()));
    }

    /** @param ports from which it takes those of its processes */
    public Cluster(Path home, Path folder, Layout layout, int port, Surroundings surroundings, Ports ports) {
        this.folder = folder;
        this.layout = layout;
        this.surroundings = surroundings;
        this.ports = ports;
        this.programs = new Programs(home, folder.resolve("logs"));
        this.url = URI.create("http://127.0.0.1:" + (port == 0 ? ports.next() : port));
    }

    /**
     * Starts everything and returns when it can work. Once only.
     *
     * @throws ClusterException something did not start; the rest goes on until this is closed
     */
    public void start() throws InterruptedException {
        Database postgres = startPostgres();
        List<KafkaMember.Node> nodes =
                IntStream.rangeClosed(1, layout.brokers()).mapToObj(this::node).toList();
        String brokersAt = nodes.stream().map(node -> "127.0.0.1:" + node.way()).collect(Collectors.joining(","));
        int storePort = ports.next();
        startBrokers(nodes);
        launch(stores, programs.store(folder.resolve("store"), storePort));
        awaitAll(brokers, BACKEND_PATIENCE);
        awaitAll(stores, BACKEND_PATIENCE);
        Kafka.awaitNodes(brokersAt, nodes.size(), BACKEND_PATIENCE);

        Settings told = new Settings(brokersAt, postgres, url, storePort, folder.resolve("store"));
        bootstrapServers = brokersAt;
        settings = told;
        startService("query", layout.query(), told::query);
        startService("ingest", layout.ingest(), name -> told.ingest());
        startService("artifact", layout.artifact(), name -> told.artifact());
        launch(gateways, programs.gateway(url.getPort(), ports.next(), told.gateway(addresses)));
        awaitAll(services, SERVICE_PATIENCE);
        awaitAll(gateways, SERVICE_PATIENCE);
    }

    private KafkaMember.Node node(int id) {
        Network network = surroundings.network();
        int port = ports.next();
        int controllerPort = ports.next();
        return new KafkaMember.Node(
                id,
                port,
                controllerPort,
                network.way(Programs.brokerName(id), port),
                network.way(Programs.brokerName(id), controllerPort));
    }

    private synchronized Database startPostgres() {
        requireOpen();
        try {
            Files.createDirectories(folder.resolve("logs"));
        } catch (IOException e) {
            throw new ClusterException("The folder " + folder + " can't be written: " + e, e);
        }
        Database started = Database.start(folder, surroundings, ports::next);
        database = started;
        started.create(DATABASE);
        return started;
    }

    private void startBrokers(List<KafkaMember.Node> nodes) {
        String clusterId = ClusterId.of(folder);
        for (KafkaMember.Node node : nodes) {
            launch(brokers, programs.broker(folder.resolve("kafka"), new KafkaMember(clusterId, node.id(), nodes)));
        }
    }

    private void startService(String service, int count, Settings.OfReplica settings) {
        for (int number = 1; number <= count; number++) {
            String name = service + "-" + number;
            int port = ports.next();
            Map<String, String> its = new HashMap<>(settings.of(name));
            its.putAll(surroundings.clocks().apply(name));
            addresses.computeIfAbsent(service, absent -> new ArrayList<>()).add(URI.create("http://127.0.0.1:" + port));
            launch(services, programs.service(service + "-service", name, port, its));
        }
    }

    private synchronized void launch(List<Member> among, Member.Program program) {
        requireOpen();
        Member member = new Member(program);
        member.start();
        among.add(member);
    }

    private static void awaitAll(List<Member> members, Duration patience) throws InterruptedException {
        for (Member member : members) {
            member.awaitReady(patience);
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new ClusterException("The cluster was stopped while it started.");
        }
    }

    /** The gateway's address. */
    public URI url() {
        return url;
    }

    /** All processes but Postgres, backends first. */
    public synchronized List<Member> members() {
        List<Member> all = new ArrayList<>(brokers);
        all.addAll(stores);
        all.addAll(services);
        all.addAll(gateways);
        return all;
    }

    /** The process of that name, {@code query-2} for example. */
    public Member member(String name) {
        return members().stream()
                .filter(member -> member.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No " + name + " among " + members()));
    }

    /**
     * Makes another replica of query-service, which the gateway does not know. It is not started.
     *
     * @param databaseName what it fills and reads
     * @param group with whom it shares that work
     */
    public synchronized Member newQuery(String name, String databaseName, String group) {
        Map<String, String> its = new HashMap<>(requireStarted(settings).passingQuery(databaseName));
        its.put("RUNSTREAM_PROJECTION_GROUP", group);
        Member member = new Member(programs.service("query-service", name, ports.next(), its));
        services.add(member);
        return member;
    }

    /** What the others project as. */
    public static String projectingGroup() {
        return "runstream-projection";
    }

    /** The processes that are brokers. */
    public synchronized List<Member> brokers() {
        return List.copyOf(brokers);
    }

    /** Postgres. */
    public synchronized Database database() {
        return requireStarted(database);
    }

    /** Where clients find the brokers. */
    public String bootstrapServers() {
        return requireStarted(bootstrapServers);
    }

    private static <T> T requireStarted(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("The cluster was not started");
        }
        return part;
    }

    /** The addresses of a service's replicas, {@code query} for example, behind the gateway's back. */
    public List<URI> replicas(String service) {
        return List.copyOf(addresses.getOrDefault(service, List.of()));
    }

    /** Stops all, however far it had come: the gateway, the services, then what they work with. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        try {
            stopAll(gateways);
            stopAll(services);
            stopAll(stores);
            stopAll(brokers);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            stopPostgres();
        }
    }

    private synchronized void stopPostgres() {
        if (database != null) {
            database.close();
        }
    }

    /** All at once: none waits for the others of its kind. */
    private static void stopAll(List<Member> members) throws InterruptedException {
        members.stream().filter(Member::isAlive).forEach(Member::askToStop);
        for (Member member : members) {
            member.awaitEnd();
        }
    }
}
