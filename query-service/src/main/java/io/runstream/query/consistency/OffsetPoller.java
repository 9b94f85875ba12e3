package io.runstream.query.consistency;

import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Learns of the progress of other replicas: asks Postgres again and again while somebody waits on a partition that this
 * process does not project, and not otherwise. One question serves everybody who waits.
 */
@Singleton
final class OffsetPoller {
    private static final Logger log = LoggerFactory.getLogger(OffsetPoller.class);

    private final OffsetTable table;
    private final ProjectedOffsets projected;
    private final LocalProjection local;
    private final Timers timers;
    private final ReadConfig config;
    private final AtomicBoolean polling = new AtomicBoolean();

    OffsetPoller(
            OffsetTable table, ProjectedOffsets projected, LocalProjection local, Timers timers, ReadConfig config) {
        this.table = table;
        this.projected = projected;
        this.local = local;
        this.timers = timers;
        this.config = config;
    }

    /** Somebody waits since now. */
    void wake() {
        if (polling.compareAndSet(false, true)) {
            poll();
        }
    }

    private void poll() {
        if (someoneNeedsIt()) {
            table.read().whenComplete((offsets, failure) -> {
                if (failure == null) {
                    offsets.forEach(projected::reached);
                } else {
                    log.debug("Could not read how far the projection is", failure);
                }
                timers.after(config.pollInterval(), this::poll);
            });
        } else if (someoneWaits()) {
            // All of them wait on partitions projected here; but one may move to another replica meanwhile.
            timers.after(config.pollInterval(), this::poll);
        } else {
            polling.set(false);
            if (someoneWaits()) {
                wake();
            }
        }
    }

    private boolean someoneNeedsIt() {
        return projected.anyoneWaits(partition -> !local.projects(partition));
    }

    private boolean someoneWaits() {
        return projected.anyoneWaits(partition -> true);
    }
}
