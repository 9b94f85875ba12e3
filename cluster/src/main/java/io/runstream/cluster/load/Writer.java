package io.runstream.cluster.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.runstream.cluster.load.Sender.Sent;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;

/**
 * A client that trains all the time, run after run. Most log in every way, half of it under Idempotency-Keys; some only log
 * what needs no projector, as a training loop does, and must never have to wait for one.
 */
final class Writer implements Runnable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration READ_WITHIN = Duration.ofSeconds(20);
    private static final int READ_ONE_OF = 15;
    private static final int LONG_RUN = 2000;

    private final String name;
    private final Client client;
    private final Sender sender;
    private final Addresses addresses;
    private final RandomGenerator random;
    private final Ledger ledger;
    private final Totals totals;
    private final AtomicBoolean stop;
    private final Duration pace;
    private final boolean onlyAppends;
    private int count;

    Writer(
            String name,
            Client client,
            Addresses addresses,
            RandomGenerator random,
            Ledger ledger,
            Totals totals,
            AtomicBoolean stop,
            Duration pace,
            boolean onlyAppends) {
        this.name = name;
        this.client = client;
        this.sender = new Sender(client, addresses, random, totals);
        this.addresses = addresses;
        this.random = random;
        this.ledger = ledger;
        this.totals = totals;
        this.stop = stop;
        this.pace = pace;
        this.onlyAppends = onlyAppends;
    }

    @Override
    public void run() {
        try (client;
                ledger) {
            while (!stop.get()) {
                train();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void train() throws InterruptedException {
        if (random.nextInt(4) == 0) {
            writeSomehow(new Write.CreateExperiment(next("experiment")));
        }
        Sent created = writeSomehow(new Write.CreateRun(next("run")));
        if (created.entry().outcome() != Outcome.ACKNOWLEDGED) {
            return;
        }
        String run = idOf(created.answer());
        if (onlyAppends) {
            for (int step = 0; step < LONG_RUN && !stop.get(); step++) {
                append(run, step);
            }
        } else {
            int length = random.nextInt(20, 100);
            for (int step = 0; step < length && !stop.get(); step++) {
                log(run, step);
            }
            end(run);
        }
    }

    private void end(String run) throws InterruptedException {
        if (random.nextInt(4) == 0) {
            writeSomehow(new Write.DeleteRun(run));
        } else {
            writeSomehow(new Write.FinishRun(run, count));
        }
    }

    private void append(String run, int step) throws InterruptedException {
        switch (random.nextInt(5)) {
            case 0 -> write(new Write.SetTag(run, next("tag"), "value"), false);
            case 1 -> write(new Write.LogBatch(run, next("batch"), 10, 0, 2, 10), false);
            default -> write(new Write.LogMetric(run, "loss", step), false);
        }
    }

    private void log(String run, int step) throws InterruptedException {
        switch (random.nextInt(10)) {
            case 0 -> writeSomehow(new Write.LogParam(run, next("param"), "value"));
            case 1, 2 -> writeSomehow(new Write.SetTag(run, next("tag"), "value"));
            case 3 -> writeSomehow(new Write.LogBatch(run, next("batch"), 10, 0, 2, 10));
            case 4 -> writeSomehow(new Write.LogBatch(run, next("batch"), 5, 2, 2, 10));
            default -> logMetric(new Write.LogMetric(run, "loss", step));
        }
    }

    private void logMetric(Write.LogMetric write) throws InterruptedException {
        Sent sent = writeSomehow(write);
        if (sent.entry().outcome() == Outcome.ACKNOWLEDGED && random.nextInt(READ_ONE_OF) == 0) {
            readBack(write);
        }
    }

    /** Whoever is not told that the answer is behind must find what was acknowledged. */
    private void readBack(Write.LogMetric write) throws InterruptedException {
        Answer history = client.get(
                addresses.toRead(random),
                "metrics/get-history?run_id=" + write.run() + "&metric_key=" + write.key(),
                READ_WITHIN);
        if (history.isSuccess() && !history.body().isEmpty()) {
            totals.read();
            if (!history.body().matches("(?s).*\"step\":" + write.step() + "[,}].*")) {
                totals.complain("A read that did not show step " + write.step() + " of " + write.run());
            }
        }
    }

    private Sent writeSomehow(Write write) throws InterruptedException {
        return write(write, random.nextBoolean());
    }

    private Sent write(Write write, boolean keyed) throws InterruptedException {
        Thread.sleep(pace);
        Sent sent = sender.send(write, keyed);
        ledger.add(sent.entry());
        return sent;
    }

    private String next(String kind) {
        count++;
        return name + "-" + kind + "-" + count;
    }

    static String idOf(Answer created) {
        try {
            return JSON.readTree(created.body()).at("/run/info/run_id").asText();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("No run: " + created.body(), e);
        }
    }
}
