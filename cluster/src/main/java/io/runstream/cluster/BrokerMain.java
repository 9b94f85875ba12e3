package io.runstream.cluster;

import io.runstream.embedded.BackendException;
import io.runstream.embedded.EmbeddedKafka;
import io.runstream.embedded.KafkaMember;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A broker as a process: {@code FOLDER CLUSTER_ID NODE_ID PORT:CONTROLLER_PORT:WAY:CONTROLLER_WAY...}, the ports of all nodes from 1. */
final class BrokerMain {
    private static final int FIRST_NODE = 3;

    private BrokerMain() {}

    public static void main(String... arguments) throws InterruptedException {
        QuietLogs.warningsOnly();
        List<KafkaMember.Node> nodes = new ArrayList<>();
        for (String ports : Arrays.asList(arguments).subList(FIRST_NODE, arguments.length)) {
            int[] its = Arrays.stream(ports.split(":", -1))
                    .mapToInt(Integer::parseInt)
                    .toArray();
            nodes.add(new KafkaMember.Node(nodes.size() + 1, its[0], its[1], its[2], its[3]));
        }
        KafkaMember member = new KafkaMember(arguments[1], Integer.parseInt(arguments[2]), nodes);
        try {
            EmbeddedKafka kafka = EmbeddedKafka.startMember(Path.of(arguments[0]), member);
            Runtime.getRuntime().addShutdownHook(new Thread(kafka::close, "broker-stop"));
        } catch (BackendException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
        new CountDownLatch(1).await();
    }

    /** Named where the process is started. */
    static List<String> arguments(Path folder, KafkaMember member) {
        List<String> arguments =
                new ArrayList<>(List.of(folder.toString(), member.clusterId(), String.valueOf(member.nodeId())));
        member.nodes()
                .forEach(node -> arguments.add(
                        "%d:%d:%d:%d".formatted(node.port(), node.controllerPort(), node.way(), node.controllerWay())));
        return arguments;
    }
}
