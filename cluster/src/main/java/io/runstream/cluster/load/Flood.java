package io.runstream.cluster.load;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Clients that send as much as they can, from the moment on that they are let loose. Their ledgers are complete when this is
 * closed.
 */
public final class Flood implements AutoCloseable {
    /** Each has one batch under way: together more than the buffers of two ingest processes hold. */
    private static final int CLIENTS = 96;

    private static final int TAGS = 100;
    private static final int TAG_LENGTH = 4000;
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final CountDownLatch prepared = new CountDownLatch(CLIENTS);
    private final CountDownLatch begin = new CountDownLatch(1);
    private final AtomicBoolean stop = new AtomicBoolean();
    private final List<Thread> threads = new ArrayList<>();

    Flood(String name, Path ledgers, Addresses addresses, SplittableRandom random, Totals totals) {
        for (int i = 0; i < CLIENTS; i++) {
            String client = name + "-" + i;
            SplittableRandom its = random.split();
            threads.add(Thread.ofVirtual().name(client).start(() -> run(client, ledgers, addresses, its, totals)));
        }
    }

    private void run(String name, Path ledgers, Addresses addresses, SplittableRandom random, Totals totals) {
        try (Client client = new Client();
                Ledger ledger = Ledger.open(ledgers, name)) {
            Sender sender = new Sender(client, addresses, random, totals);
            Sender.Sent created = sender.send(new Write.CreateRun(name), true);
            ledger.add(created.entry());
            prepared.countDown();
            begin.await();
            if (created.entry().outcome() != Outcome.ACKNOWLEDGED) {
                return;
            }
            String run = Writer.idOf(created.answer());
            for (int number = 0; !stop.get(); number++) {
                Write batch = new Write.LogBatch(run, "flood-" + number + "-", 1, 0, TAGS, TAG_LENGTH);
                ledger.add(once(client, addresses, random, batch, totals));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Does not come back when it is refused: that is what it came for. */
    private static Entry once(Client client, Addresses addresses, SplittableRandom random, Write batch, Totals totals)
            throws InterruptedException {
        Answer answer = client.post(addresses.toWrite(random), batch, null, PATIENCE);
        if (answer.isSuccess()) {
            totals.acknowledged(batch);
        } else if (answer.isRefused()) {
            totals.refused(answer);
        }
        return new Entry(batch, Sender.outcome(answer, answer.leavesDoubt()), false, 1, "");
    }

    /** Returns when every client has a run to log to. */
    public void awaitPrepared() throws InterruptedException {
        prepared.await();
    }

    /** Lets them loose. */
    public void begin() {
        begin.countDown();
    }

    @Override
    public void close() throws InterruptedException {
        stop.set(true);
        begin.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
