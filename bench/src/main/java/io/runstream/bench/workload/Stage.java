package io.runstream.bench.workload;

import io.runstream.bench.http.TrackingClient;
import io.runstream.bench.load.ClosedLoop;
import io.runstream.bench.server.ObjectStore;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where a workload runs: one server, prepared, and how hard to drive it.
 *
 * @param serverCpu CPU time that all processes of the server have used so far
 * @param serverMemory memory of all of them in bytes; empty if this system does not tell
 * @param store where the server keeps artifacts, if that can be used beside it
 */
public record Stage(
        InetSocketAddress address,
        SeedData seed,
        Effort effort,
        Supplier<Duration> serverCpu,
        Supplier<Optional<Long>> serverMemory,
        Optional<ObjectStore> store) {

    /** A connection of its own; to be closed by the caller. */
    TrackingClient client() {
        return new TrackingClient(address);
    }

    ClosedLoop loop() {
        return new ClosedLoop(address);
    }
}
