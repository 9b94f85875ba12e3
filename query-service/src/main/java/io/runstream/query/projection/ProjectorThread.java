package io.runstream.query.projection;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a projector running on a platform thread of its own: it blocks on Kafka and on Postgres, and works hard in
 * between. When one ends with an error, the next starts from what Postgres says.
 */
final class ProjectorThread implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ProjectorThread.class);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(30);

    private final Supplier<ProjectorMember> members;
    private final Duration pause;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable ProjectorMember current;

    /** @param pause after an error */
    ProjectorThread(String name, Supplier<ProjectorMember> members, Duration pause) {
        this.members = members;
        this.pause = pause;
        this.thread = Thread.ofPlatform().name(name).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Whether it still does its work, or tries to. */
    boolean isAlive() {
        return thread.isAlive();
    }

    private void run() {
        boolean stopped = false;
        while (!stopped) {
            try (ProjectorMember member = members.get()) {
                current = member;
                if (stop.getCount() > 0) {
                    member.projector().run();
                }
            } catch (RuntimeException e) {
                LOG.error("A projector ended; another takes its place", e);
            }
            stopped = isStopped();
        }
    }

    private boolean isStopped() {
        try {
            return stop.getCount() == 0 || stop.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Returns when the batch under way is finished and the partitions are given back, or after half a minute. */
    @Override
    public void close() {
        stop.countDown();
        ProjectorMember member = current;
        if (member != null) {
            member.projector().stop();
        }
        try {
            if (!thread.join(STOP_TIMEOUT)) {
                LOG.warn("A projector does not stop; what it has not committed will be projected again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
