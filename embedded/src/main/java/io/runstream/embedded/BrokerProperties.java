package io.runstream.embedded;

import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * The configuration of a broker that is its own controller, with small buffers. Alone it keeps one replica of everything; in
 * company three, of which two have what is acknowledged.
 */
final class BrokerProperties {
    private static final int MOST_REPLICAS = 3;

    private static final String BROKER = "BROKER://" + LoopbackPort.HOST + ":";

    static final String CONTROLLER_LISTENER = "CONTROLLER";

    private BrokerProperties() {}

    static Properties of(Path folder, KafkaMember member, boolean flushEachAppend) {
        Properties properties = new Properties();
        addIdentity(properties, folder, member);
        addTopicRules(properties, Math.min(MOST_REPLICAS, member.nodes().size()));
        addRecovery(properties, member.nodes().size() == 1);
        addFrugality(properties);
        if (flushEachAppend) {
            properties.setProperty("log.flush.interval.messages", "1");
        }
        return properties;
    }

    private static void addIdentity(Properties properties, Path folder, KafkaMember member) {
        properties.setProperty("node.id", String.valueOf(member.nodeId()));
        properties.setProperty("process.roles", "broker,controller");
        properties.setProperty("log.dirs", folder.toString());
        properties.setProperty(
                "listeners",
                BROKER + member.self().port() + "," + CONTROLLER_LISTENER + "://" + LoopbackPort.HOST + ":"
                        + member.self().controllerPort());
        properties.setProperty("advertised.listeners", BROKER + member.self().way());
        properties.setProperty("inter.broker.listener.name", "BROKER");
        properties.setProperty("controller.listener.names", CONTROLLER_LISTENER);
        properties.setProperty(
                "listener.security.protocol.map", "BROKER:PLAINTEXT," + CONTROLLER_LISTENER + ":PLAINTEXT");
        properties.setProperty(
                "controller.quorum.voters",
                member.nodes().stream()
                        .map(node -> node.id() + "@" + LoopbackPort.HOST + ":" + node.controllerWay())
                        .collect(Collectors.joining(",")));
    }

    private static void addTopicRules(Properties properties, int replicas) {
        String all = String.valueOf(replicas);
        String most = String.valueOf(replicas / 2 + 1);
        properties.setProperty("auto.create.topics.enable", "false");
        properties.setProperty("default.replication.factor", all);
        properties.setProperty("min.insync.replicas", most);
        properties.setProperty("offsets.topic.num.partitions", "1");
        properties.setProperty("offsets.topic.replication.factor", all);
        properties.setProperty("transaction.state.log.num.partitions", "1");
        properties.setProperty("transaction.state.log.replication.factor", all);
        properties.setProperty("transaction.state.log.min.isr", most);
        properties.setProperty("share.coordinator.state.topic.num.partitions", "1");
        properties.setProperty("share.coordinator.state.topic.replication.factor", all);
        properties.setProperty("share.coordinator.state.topic.min.isr", most);
        properties.setProperty("log.retention.ms", "-1");
        properties.setProperty("group.initial.rebalance.delay.ms", "0");
    }

    /**
     * After a kill the controller still believes in the dead broker until its session ends, and the new one may not
     * register before: a short session is a quick restart. In company it is also what a pause may last before the others
     * take over: longer, since they share a machine. Segments are flushed when full, and only what was not
     * flushed is read again: small segments bound that.
     */
    private static void addRecovery(Properties properties, boolean alone) {
        properties.setProperty("broker.session.timeout.ms", alone ? "3000" : "6000");
        properties.setProperty("broker.heartbeat.interval.ms", "500");
        properties.setProperty("log.segment.bytes", String.valueOf(64 << 20));
        properties.setProperty("num.recovery.threads.per.data.dir", "2");
    }

    private static void addFrugality(Properties properties) {
        properties.setProperty("metric.reporters", "");
        properties.setProperty("num.network.threads", "2");
        properties.setProperty("num.io.threads", "4");
        properties.setProperty("background.threads", "2");
        properties.setProperty("log.cleaner.dedupe.buffer.size", String.valueOf(2 << 20));
        properties.setProperty("log.index.size.max.bytes", String.valueOf(1 << 20));
        properties.setProperty("socket.send.buffer.bytes", "-1");
        properties.setProperty("socket.receive.buffer.bytes", "-1");
    }
}
