package io.runstream.cluster;

import io.runstream.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The file {@code running} in the cluster's folder: the process ids, for {@code ./runstream cluster}, and for the next start
 * after a kill, which ends what was left behind.
 */
final class RunningCluster {
    private static final String MEMBER = "member ";

    private final Path file;
    private final FileChannel lock;

    private RunningCluster(Path file, FileChannel lock) {
        this.file = file;
        this.lock = lock;
    }

    /**
     * Takes the folder, which is made if absent, until this process ends.
     *
     * @throws ClusterException another process has it
     */
    static RunningCluster in(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel lock =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock.tryLock() == null) {
                throw new ClusterException("A cluster runs on " + folder
                        + " already: stop it (./runstream cluster down)" + " or choose another folder (--data).");
            }
            RunningCluster running = new RunningCluster(folder.resolve("running"), lock);
            running.endLeftovers();
            EmbeddedPostgres.stopLeftover(folder.resolve("postgres"));
            return running;
        } catch (IOException e) {
            throw new ClusterException("The folder " + folder + " can't be used: " + e, e);
        }
    }

    private void endLeftovers() throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith(MEMBER)) {
                String[] words = line.split(" ", -1);
                ProcessHandle.of(Long.parseLong(words[2]))
                        .filter(process -> isThatOf(words[3], process))
                        .ifPresent(process -> {
                            process.destroyForcibly();
                            process.onExit().join();
                        });
            }
        }
        Files.delete(file);
    }

    /** After a restart of the machine the number may be somebody else's. */
    private static boolean isThatOf(String startedAt, ProcessHandle process) {
        return startOf(process).equals(startedAt);
    }

    /** Says who is about to start a cluster. */
    synchronized void writeStarting() {
        write("");
    }

    /** Says where the cluster is and what its processes are. */
    synchronized void write(Cluster cluster) {
        StringBuilder text = new StringBuilder("url=" + cluster.url() + "\n");
        cluster.replicas("query")
                .forEach(replica -> text.append("query=").append(replica).append('\n'));
        for (Member member : cluster.members()) {
            ProcessHandle.of(member.pid())
                    .ifPresent(process -> text.append(MEMBER)
                            .append(member.name())
                            .append(' ')
                            .append(process.pid())
                            .append(' ')
                            .append(startOf(process))
                            .append('\n'));
        }
        write(text.toString());
    }

    /** Replaces the file as a whole. */
    private void write(String text) {
        Path partial = file.resolveSibling("running.new");
        try {
            Files.writeString(partial, "pid=" + ProcessHandle.current().pid() + "\n" + text);
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new ClusterException("The file " + file + " can't be written: " + e, e);
        }
    }

    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Object::toString).orElse("-");
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
            lock.close();
        } catch (IOException e) {
            throw new ClusterException("The file " + file + " can't be removed: " + e, e);
        }
    }
}
