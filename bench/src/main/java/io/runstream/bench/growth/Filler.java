package io.runstream.bench.growth;

import java.time.Duration;

/** Adds runs, and waits until they are projected. */
final class Filler {
    private static final int RUNS_BETWEEN_FLUSHES = 1_000;

    /** No more than this waits in the log, as ingest sees to it. */
    private static final long MOST_LAG = 200_000;

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final EventTopic topic;
    private final Experiments experiments;
    private final ProjectionLag lag;
    private final Tables tables;

    Filler(EventTopic topic, Experiments experiments, ProjectionLag lag, Tables tables) {
        this.topic = topic;
        this.experiments = experiments;
        this.lag = lag;
        this.tables = tables;
    }

    /** @return when all runs from one number up to another, without that, can be read */
    Filling fill(long from, long to) {
        long wal = tables.walBytes();
        long start = System.nanoTime();
        long greatest = 0;
        for (long number = from; number < to; number++) {
            SyntheticRun run = new SyntheticRun(number);
            run.events(experiments.of(number)).forEach(event -> topic.send(run.id(), event));
            if (number % RUNS_BETWEEN_FLUSHES == 0) {
                topic.flush();
                greatest = Math.max(greatest, awaitAtMost(MOST_LAG, number, start));
            }
        }
        topic.flush();
        Duration published = since(start);
        greatest = Math.max(greatest, lag.records());
        awaitAtMost(0, to, start);
        return new Filling(to - from, published, since(start), greatest, tables.walBytes() - wal);
    }

    /** @return the lag before waiting */
    private long awaitAtMost(long records, long number, long start) {
        long first = lag.records();
        long now = first;
        long told = System.nanoTime();
        while (now > records) {
            if (System.nanoTime() - told > Duration.ofSeconds(10).toNanos()) {
                told = System.nanoTime();
                System.err.printf("%,d runs published, %,d records behind, %s%n", number, now, since(start));
            }
            Pause.of(PAUSE);
            now = lag.records();
        }
        return first;
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
