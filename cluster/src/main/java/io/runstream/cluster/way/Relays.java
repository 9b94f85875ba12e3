package io.runstream.cluster.way;

import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * A relay on the way to each process, so that a process can be cut off from the others, in both directions, or another can
 * take its place. Who comes along is told by Linux (see {@link SocketOwner}); elsewhere only what goes to a process is cut.
 * Thread-safe.
 */
public final class Relays implements Network, AutoCloseable {
    private final Map<String, Gate> gates = new ConcurrentHashMap<>();
    private final Map<String, List<Relay>> relays = new ConcurrentHashMap<>();
    private final IntSupplier ports;
    private volatile Supplier<Map<String, Long>> processes = Map::of;

    /** @param ports on which relays may listen, a new one each time */
    public Relays(IntSupplier ports) {
        this.ports = ports;
    }

    /** @param pids of the processes that can be cut off, by name, as they are now */
    public void know(Supplier<Map<String, Long>> pids) {
        processes = pids;
    }

    @Override
    public int way(String name, int port) {
        Relay relay = Relay.start(ports.getAsInt(), port, accepted -> gatesOf(accepted, name));
        relays.computeIfAbsent(name, absent -> new CopyOnWriteArrayList<>()).add(relay);
        return relay.port();
    }

    private List<Gate> gatesOf(Socket accepted, String to) {
        List<Gate> passed = new ArrayList<>();
        String from = SocketOwner.of(accepted, processes.get()).orElse("");
        if (!from.equals(to)) {
            passed.add(gate(to));
            if (!from.isEmpty()) {
                passed.add(gate(from));
            }
        }
        return passed;
    }

    private Gate gate(String name) {
        return gates.computeIfAbsent(name, absent -> new Gate());
    }

    /** Nothing comes to the process any more, nor from it, and nobody is told. */
    public void cutOff(String name) {
        gate(name).close();
    }

    /** What was under way when it was cut off arrives now. */
    public void rejoin(String name) {
        gate(name).open();
    }

    /** Breaks every connection to the process; new ones go to another port. */
    public void redirect(String name, int port) {
        relays.getOrDefault(name, List.of()).forEach(relay -> relay.redirect(port));
    }

    @Override
    public void close() {
        relays.values().forEach(all -> all.forEach(Relay::close));
    }
}
