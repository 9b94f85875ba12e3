package io.runstream.gateway.upstream;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The replicas of one service, each in its turn. Nobody asks them how they are: one that can't be reached is left alone for
 * a while, and found again by the next request after it. Safe for use by several threads.
 */
public final class Replicas {
    private static final Logger LOG = LoggerFactory.getLogger(Replicas.class);

    private final List<Replica> all;
    private final long avoidNanos;
    private final LongSupplier clock;
    private final AtomicInteger turn = new AtomicInteger();

    /** @param clock nanoseconds from any origin */
    Replicas(List<URI> addresses, Duration avoidUnreachable, LongSupplier clock) {
        this.all = addresses.stream().map(Replica::new).toList();
        this.avoidNanos = avoidUnreachable.toNanos();
        this.clock = clock;
    }

    public static Replicas of(List<URI> addresses, Duration avoidUnreachable) {
        return new Replicas(addresses, avoidUnreachable, System::nanoTime);
    }

    /** All of them, in the order in which a request should try them: at the end those that were unreachable lately. */
    public List<Replica> inTurn() {
        int first = Math.floorMod(turn.getAndIncrement(), all.size());
        long now = clock.getAsLong();
        List<Replica> order = new ArrayList<>(all.size());
        List<Replica> avoided = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Replica replica = all.get((first + i) % all.size());
            (replica.isWanted(now) ? order : avoided).add(replica);
        }
        order.addAll(avoided);
        return order;
    }

    /** It did not take a connection. */
    public void unreachable(Replica replica, Throwable reason) {
        if (replica.avoidUntil(clock.getAsLong() + avoidNanos)) {
            LOG.atWarn()
                    .addKeyValue("replica", replica)
                    .addKeyValue("reason", String.valueOf(reason.getMessage()))
                    .log("A replica can't be reached");
        }
    }

    /** It took a connection. */
    public void reached(Replica replica) {
        if (replica.welcome()) {
            LOG.atInfo().addKeyValue("replica", replica).log("A replica is back");
        }
    }

    /** How many would get a request now. */
    int wanted() {
        long now = clock.getAsLong();
        return (int) all.stream().filter(replica -> replica.isWanted(now)).count();
    }
}
