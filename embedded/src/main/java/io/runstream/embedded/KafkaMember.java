package io.runstream.embedded;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A broker's place in a cluster of several on this machine, each with a process of its own.
 *
 * @param clusterId the same for all, made once: 22 characters, as Kafka makes them
 * @param nodeId which of the nodes this one is
 * @param nodes all of them, and where they are on 127.0.0.1
 */
public record KafkaMember(String clusterId, int nodeId, List<Node> nodes) {

    /**
     * A broker that is also a controller.
     *
     * @param port where it listens for clients
     * @param controllerPort where it listens for the other nodes
     * @param way where clients reach it: its port, unless something lies between
     * @param controllerWay where the other nodes reach it
     */
    public record Node(int id, int port, int controllerPort, int way, int controllerWay) {

        /** Reached where it listens. */
        public Node(int id, int port, int controllerPort) {
            this(id, port, controllerPort, port, controllerPort);
        }
    }

    public KafkaMember {
        nodes = List.copyOf(nodes);
        Set<Integer> ids = new TreeSet<>();
        nodes.forEach(node -> ids.add(node.id()));
        if (ids.size() != nodes.size() || !ids.contains(nodeId)) {
            throw new IllegalArgumentException("Node " + nodeId + " must be one of the nodes, which differ: " + ids);
        }
    }

    /** This node. */
    public Node self() {
        return nodes.stream().filter(node -> node.id() == nodeId).findFirst().orElseThrow();
    }
}
