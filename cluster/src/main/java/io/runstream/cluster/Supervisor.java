package io.runstream.cluster;

import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicBoolean;

/** Starts again what ends, until the cluster is to stop. */
final class Supervisor implements AutoCloseable {
    private final Cluster cluster;
    private final RunningCluster file;
    private final PrintStream terminal;
    private final AtomicBoolean stopping = new AtomicBoolean();

    Supervisor(Cluster cluster, RunningCluster file, PrintStream terminal) {
        this.cluster = cluster;
        this.file = file;
        this.terminal = terminal;
    }

    void watch() {
        cluster.members().forEach(this::watch);
        file.write(cluster);
    }

    private void watch(Member member) {
        var unused = member.ended().thenAccept(exitCode -> {
            if (!stopping.get()) {
                terminal.printf("%s ended with exit code %d and is started again%n", member, exitCode);
                member.start();
                watch(member);
                file.write(cluster);
            }
        });
    }

    @Override
    public void close() {
        stopping.set(true);
        cluster.close();
        file.delete();
    }
}
