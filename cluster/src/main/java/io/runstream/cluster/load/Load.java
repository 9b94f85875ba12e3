package io.runstream.cluster.load;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;

/** All writers of a test, each with connections, a ledger and a thread of its own. */
public final class Load implements AutoCloseable {
    /** One of so many writers only appends. */
    private static final int APPENDERS = 4;

    private final Path ledgers;
    private final Addresses addresses;
    private final SplittableRandom seeds;
    private final Totals totals = new Totals();
    private final AtomicBoolean stop = new AtomicBoolean();
    private final List<Thread> threads = new ArrayList<>();

    /** @param ledgers an empty folder, or none yet */
    public Load(Path ledgers, Addresses addresses, long seed) {
        this.ledgers = ledgers;
        this.addresses = addresses;
        this.seeds = new SplittableRandom(seed);
    }

    /** @param pace how long each rests between two writes */
    public void start(int writers, Duration pace) {
        for (int i = 0; i < writers; i++) {
            String name = "writer-" + i;
            Writer writer = new Writer(
                    name,
                    new Client(),
                    addresses,
                    seeds.split(),
                    Ledger.open(ledgers, name),
                    totals,
                    stop,
                    pace,
                    i % APPENDERS == 0);
            threads.add(Thread.ofPlatform().name(name).start(writer));
        }
    }

    /** A crowd that sends batches as large as they may be, each as soon as the one before is answered. */
    public Flood flood(String name) {
        return new Flood(name, ledgers, addresses, seeds.split(), totals);
    }

    public Totals totals() {
        return totals;
    }

    /** What the writers wrote down; complete when they have stopped. */
    public List<Entry> entries() {
        return Ledger.readAll(ledgers);
    }

    /** Lets every writer finish what it is about. */
    @Override
    public void close() throws InterruptedException {
        stop.set(true);
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
