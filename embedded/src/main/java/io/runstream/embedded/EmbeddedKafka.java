package io.runstream.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A Kafka broker in this JVM, alone in its cluster or one of several, on a folder, listening on 127.0.0.1 without authentication.
 *
 * <p>What it acknowledged is there after the end of the process however it came, and after that of the machine if
 * {@link KafkaSettings#flushEachAppend}. Topics are not made by being named. Safe for use by several threads.
 */
public final class EmbeddedKafka implements AutoCloseable {
    private static final int ALONE = 1;

    private final KafkaRaftServer server;
    private final int port;

    private EmbeddedKafka(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts a broker and returns when it serves, within seconds.
     *
     * @param folder made if absent; belongs to the broker alone
     * @throws BackendException the port or the folder is in use, or the folder can't be written
     */
    public static EmbeddedKafka start(Path folder, KafkaSettings settings) {
        int port = LoopbackPort.choose(settings.port(), "Kafka");
        KafkaMember alone = new KafkaMember(
                Uuid.randomUuid().toString(), ALONE, List.of(new KafkaMember.Node(ALONE, port, LoopbackPort.free())));
        return start(folder, alone, settings.flushEachAppend());
    }

    /**
     * Starts one broker of several and returns when it serves: not before most of them have been started, each in a process
     * of its own.
     *
     * @param folder made if absent; belongs to this broker alone
     * @throws BackendException the folder can't be written, or the broker does not start
     */
    public static EmbeddedKafka startMember(Path folder, KafkaMember member) {
        return start(folder, member, false);
    }

    private static EmbeddedKafka start(Path folder, KafkaMember member, boolean flushEachAppend) {
        Path home = folder.toAbsolutePath().normalize();
        Properties properties = BrokerProperties.of(home, member, flushEachAppend);
        format(home, member);
        // Kafka finds its plug-ins by the thread's class loader; they must come from where Kafka itself comes from.
        Thread thread = Thread.currentThread();
        ClassLoader loader = thread.getContextClassLoader();
        thread.setContextClassLoader(KafkaRaftServer.class.getClassLoader());
        try {
            KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
            server.startup();
            return new EmbeddedKafka(server, member.self().port());
        } catch (RuntimeException e) {
            throw new BackendException("Kafka did not start on " + home + ": " + e.getMessage(), e);
        } finally {
            thread.setContextClassLoader(loader);
        }
    }

    /** {@code host:port} for clients. */
    public String bootstrapServers() {
        return LoopbackPort.HOST + ":" + port;
    }

    /** Stops the broker, with everything flushed; a second call does nothing. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(Path folder, KafkaMember member) {
        try {
            Files.createDirectories(folder);
            if (Files.exists(folder.resolve("meta.properties"))) {
                return;
            }
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setClusterId(member.clusterId())
                    .setNodeId(member.nodeId())
                    .setControllerListenerName(BrokerProperties.CONTROLLER_LISTENER)
                    .setMetadataLogDirectory(folder.toString())
                    .addDirectory(folder.toString())
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .run();
        } catch (IOException e) {
            throw new BackendException("Kafka's folder " + folder + " can't be written: " + e, e);
        } catch (Exception e) {
            throw new BackendException("Kafka's folder " + folder + " can't be laid out: " + e.getMessage(), e);
        }
    }
}
