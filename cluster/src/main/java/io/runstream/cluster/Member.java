package io.runstream.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One process of the cluster. It can be killed and started again, on the same ports and the same files. */
public final class Member {
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(30);

    private final Program program;
    private @Nullable Process process;
    private boolean askedToStop;

    /**
     * What a member runs.
     *
     * @param name {@code ingest-1} for example
     * @param settings environment variables
     * @param log where its output is added
     * @param ready tells when it can work
     */
    record Program(String name, List<String> command, Map<String, String> settings, Path log, Probe ready) {
        Program {
            command = List.copyOf(command);
            settings = Map.copyOf(settings);
        }
    }

    Member(Program program) {
        this.program = program;
    }

    public String name() {
        return program.name();
    }

    public Path log() {
        return program.log();
    }

    /** Starts the process; does not wait until it can work. */
    public synchronized void start() {
        if (isAlive()) {
            throw new IllegalStateException(name() + " runs already");
        }
        // Ctrl-C at the keyboard is for the one who started them all, who stops them in their order.
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", "sh"));
        command.addAll(program.command());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(program.log().toFile()));
        builder.environment().putAll(program.settings());
        try {
            process = builder.start();
            askedToStop = false;
        } catch (IOException e) {
            throw new ClusterException(name() + " can't be started: " + e.getMessage(), e);
        }
    }

    /** @throws ClusterException it ended, or can't work after that time; its log says why */
    public void awaitReady(Duration patience) throws InterruptedException {
        long giveUpAt = System.nanoTime() + patience.toNanos();
        while (!program.ready().answers()) {
            if (!isAlive()) {
                throw new ClusterException(name() + " ended; " + log() + " says why.");
            }
            if (System.nanoTime() - giveUpAt >= 0) {
                throw new ClusterException(
                        name() + " is not ready after " + patience.toSeconds() + " s; " + log() + " may say why.");
            }
            Thread.sleep(PAUSE);
        }
    }

    public synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    public long pid() {
        return running().pid();
    }

    /** Completes with the exit code. */
    CompletableFuture<Integer> ended() {
        return running().onExit().thenApply(Process::exitValue);
    }

    /** As {@code kill -9} does: the process has no say in it. Returns when it is gone. */
    public void kill() throws InterruptedException {
        running().destroyForcibly().waitFor();
    }

    /** As {@code kill -STOP} does: it stands still, with all that it holds, until it goes on. */
    public void pause() throws InterruptedException {
        signal("STOP");
    }

    /** Ends a pause. */
    public void goOn() throws InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws InterruptedException {
        try {
            new ProcessBuilder("kill", "-" + name, String.valueOf(pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new ClusterException(name() + " can't be sent " + name + ": " + e.getMessage(), e);
        }
    }

    /** Tells it to stop when it has finished what is under way; does not wait. */
    public synchronized void askToStop() {
        askedToStop = true;
        running().destroy();
    }

    /** Whether it was told to stop and not started again. */
    public synchronized boolean wasAskedToStop() {
        return askedToStop;
    }

    /** Returns when it has ended; after half a minute it is killed. Returns at once if it was never started. */
    public void awaitEnd() throws InterruptedException {
        Process running = process();
        if (running != null && !running.waitFor(STOP_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
            running.destroyForcibly().waitFor();
        }
    }

    private synchronized @Nullable Process process() {
        return process;
    }

    private synchronized Process running() {
        if (process == null) {
            throw new IllegalStateException(name() + " was never started");
        }
        return process;
    }

    @Override
    public String toString() {
        return name();
    }
}
