package io.runstream.embedded;

import java.nio.file.Path;
import java.util.Properties;

/** The configuration of a broker that is alone: its own controller, one replica of everything, small buffers. */
final class BrokerProperties {
    static final int NODE_ID = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    private BrokerProperties() {}

    static Properties of(Path folder, int port, int controllerPort, boolean flushEachAppend) {
        Properties properties = new Properties();
        addIdentity(properties, folder, port, controllerPort);
        addTopicRules(properties);
        addRecovery(properties);
        addFrugality(properties);
        if (flushEachAppend) {
            properties.setProperty("log.flush.interval.messages", "1");
        }
        return properties;
    }

    private static void addIdentity(Properties properties, Path folder, int port, int controllerPort) {
        String broker = "BROKER://" + LoopbackPort.HOST + ":" + port;
        properties.setProperty("node.id", String.valueOf(NODE_ID));
        properties.setProperty("process.roles", "broker,controller");
        properties.setProperty("log.dirs", folder.toString());
        properties.setProperty(
                "listeners", broker + "," + CONTROLLER_LISTENER + "://" + LoopbackPort.HOST + ":" + controllerPort);
        properties.setProperty("advertised.listeners", broker);
        properties.setProperty("inter.broker.listener.name", "BROKER");
        properties.setProperty("controller.listener.names", CONTROLLER_LISTENER);
        properties.setProperty(
                "listener.security.protocol.map", "BROKER:PLAINTEXT," + CONTROLLER_LISTENER + ":PLAINTEXT");
        properties.setProperty("controller.quorum.voters", NODE_ID + "@" + LoopbackPort.HOST + ":" + controllerPort);
    }

    private static void addTopicRules(Properties properties) {
        properties.setProperty("auto.create.topics.enable", "false");
        properties.setProperty("default.replication.factor", "1");
        properties.setProperty("min.insync.replicas", "1");
        properties.setProperty("offsets.topic.num.partitions", "1");
        properties.setProperty("offsets.topic.replication.factor", "1");
        properties.setProperty("transaction.state.log.num.partitions", "1");
        properties.setProperty("transaction.state.log.replication.factor", "1");
        properties.setProperty("transaction.state.log.min.isr", "1");
        properties.setProperty("share.coordinator.state.topic.num.partitions", "1");
        properties.setProperty("share.coordinator.state.topic.replication.factor", "1");
        properties.setProperty("share.coordinator.state.topic.min.isr", "1");
        properties.setProperty("log.retention.ms", "-1");
        properties.setProperty("group.initial.rebalance.delay.ms", "0");
    }

    /**
     * After a kill the controller still believes in the dead broker until its session ends, and the new one may not
     * register before: a short session is a quick restart. Segments are flushed when full, and only what was not
     * flushed is read again: small segments bound that.
     */
    private static void addRecovery(Properties properties) {
        properties.setProperty("broker.session.timeout.ms", "3000");
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
