package io.runstream.cluster;

import io.runstream.cluster.Member.Program;
import io.runstream.embedded.KafkaMember;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is run, and with which options: services as they are built, told all they need by environment variables, as an
 * operator would.
 */
final class Programs {
    private static final String READY = "/q/health/ready";
    private static final List<String> BACKEND_OPTIONS =
            List.of("-XX:+UseSerialGC", "-Xss512k", "-XX:ReservedCodeCacheSize=64m", "-XX:+ExitOnOutOfMemoryError");

    private final Path home;
    private final Path logs;
    private final String java;

    /**
     * @param home the root of the sources, in which everything has been built
     * @param logs a folder
     */
    Programs(Path home, Path logs) {
        this.home = home;
        this.logs = logs;
        this.java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    static String brokerName(int nodeId) {
        return "kafka-" + nodeId;
    }

    Program broker(Path folder, KafkaMember member) {
        String name = brokerName(member.nodeId());
        List<String> command = backend("256m", BrokerMain.class);
        command.addAll(BrokerMain.arguments(folder.resolve(name), member));
        return new Program(
                name,
                command,
                Map.of(),
                log(name),
                Probe.connection(member.self().port()));
    }

    Program store(Path folder, int port) {
        List<String> command = backend("96m", StoreMain.class);
        command.addAll(List.of(folder.toString(), String.valueOf(port)));
        return new Program("store", command, Map.of(), log("store"), Probe.connection(port));
    }

    /**
     * @param module {@code ingest-service} for example
     * @param settings what it needs beside its port
     */
    Program service(String module, String name, int port, Map<String, String> settings) {
        Map<String, String> all = new LinkedHashMap<>(settings);
        all.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        all.put("QUARKUS_HTTP_PORT", String.valueOf(port));
        return new Program(name, application(module), all, log(name), Probe.page(port, READY));
    }

    Program gateway(int port, int managementPort, Map<String, String> settings) {
        Map<String, String> all = new LinkedHashMap<>(settings);
        all.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        all.put("QUARKUS_HTTP_PORT", String.valueOf(port));
        all.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        all.put("QUARKUS_MANAGEMENT_PORT", String.valueOf(managementPort));
        return new Program("gateway", application("gateway"), all, log("gateway"), Probe.page(managementPort, READY));
    }

    /** The options are those of the image. */
    private List<String> application(String module) {
        Path jar = home.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.isRegularFile(jar)) {
            throw new ClusterException(jar + " is not there: build it first, with ./mvnw -pl cluster -am package.");
        }
        List<String> command = new ArrayList<>(
                List.of(java, "@" + home.resolve(module).resolve("src/main/jib/deployments/jvm.options")));
        command.addAll(quiet());
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    private List<String> backend(String heap, Class<?> main) {
        List<String> command = new ArrayList<>(List.of(java, "-Xmx" + heap));
        command.addAll(BACKEND_OPTIONS);
        command.addAll(quiet());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        return command;
    }

    /** From 23 on the JDK warns of what libraries do with memory; before, it does not know the option. */
    private static List<String> quiet() {
        return Runtime.version().feature() >= 23
                ? List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow")
                : List.of("--enable-native-access=ALL-UNNAMED");
    }

    private Path log(String name) {
        return logs.resolve(name + ".log");
    }
}
