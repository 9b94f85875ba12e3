package io.runstream.cluster.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.runstream.cluster.load.Sender.Sent;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;

/** A client that trains all the time: run after run, each logged to in every way, some under Idempotency-Keys. */
final class Writer implements Runnable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration READ_WITHIN = Duration.ofSeconds(20);
    private static final int READ_ONE_OF = 15;

    private final String name;
    private final Client client;
    private final Sender sender;
    private final Addresses addresses;
    private final RandomGenerator random;
    private final Ledger ledger;
    private final Totals totals;
    private final AtomicBoolean stop;
    private final Duration pace;
    private int count;

    Writer(
            String name,
            Client client,
            Addresses addresses,
            RandomGenerator random,
            Ledger ledger,
            Totals totals,
            AtomicBoolean stop,
            Duration pace) {
        this.name = name;
        this.client = client;
        this.sender = new Sender(client, addresses, random, totals);
        this.addresses = addresses;
        this.random = random;
        this.ledger = ledger;
        this.totals = totals;
        this.stop = stop;
        this.pace = pace;
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
            write(new Write.CreateExperiment(next("experiment")));
        }
        Sent created = write(new Write.CreateRun(next("run")));
        if (created.entry().outcome() != Outcome.ACKNOWLEDGED) {
            return;
        }
        String run = idOf(created.answer());
        int length = random.nextInt(20, 100);
        for (int step = 0; step < length && !stop.get(); step++) {
            log(run, step);
        }
        if (random.nextInt(4) == 0) {
            write(new Write.DeleteRun(run));
        } else {
            write(new Write.FinishRun(run, count));
        }
    }

    private void log(String run, int step) throws InterruptedException {
        switch (random.nextInt(10)) {
            case 0 -> write(new Write.LogParam(run, next("param"), "value"));
            case 1, 2 -> write(new Write.SetTag(run, next("tag"), "value"));
            case 3 -> write(new Write.LogBatch(run, next("batch"), 10, 0, 2, 10));
            case 4 -> write(new Write.LogBatch(run, next("batch"), 5, 2, 2, 10));
            default -> logMetric(new Write.LogMetric(run, "loss", step));
        }
    }

    private void logMetric(Write.LogMetric write) throws InterruptedException {
        Sent sent = write(write);
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

    private Sent write(Write write) throws InterruptedException {
        Thread.sleep(pace);
        Sent sent = sender.send(write, random.nextBoolean());
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
