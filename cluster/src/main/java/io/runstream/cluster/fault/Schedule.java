package io.runstream.cluster.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;

/**
 * What goes wrong, one after the other and without end: the same for the same seed. In each round every process is killed
 * once and everything else happens once, in an order of its own.
 */
final class Schedule implements Iterator<Fault> {
    private static final List<String> BROKERS = List.of("kafka-1", "kafka-2", "kafka-3");
    private static final List<String> QUERIES = List.of("query-1", "query-2");
    private static final List<String> OTHERS =
            List.of("store", "ingest-1", "ingest-2", "artifact-1", "artifact-2", "gateway");

    private final Random random;
    private final List<Fault> round = new ArrayList<>();

    Schedule(long seed) {
        random = new Random(seed);
    }

    @Override
    public boolean hasNext() {
        return true;
    }

    @Override
    public Fault next() {
        if (round.isEmpty()) {
            round.addAll(newRound());
            Collections.shuffle(round, random);
        }
        return round.removeLast();
    }

    private List<Fault> newRound() {
        List<Fault> faults = new ArrayList<>();
        for (List<String> kind : List.of(BROKERS, QUERIES, OTHERS)) {
            kind.forEach(member -> faults.add(new Fault.Kill(member, between(0, 4_000))));
        }
        faults.add(new Fault.KillPostgres(between(0, 4_000)));
        faults.add(new Fault.StopPostgres(Duration.ofSeconds(30)));
        faults.add(new Fault.FailOver(between(1_000, 4_000)));
        faults.add(new Fault.CutOff(one(BROKERS), between(8_000, 16_000)));
        faults.add(new Fault.Pause(one(QUERIES), between(14_000, 18_000)));
        faults.add(new Fault.Rebalance(between(3_000, 8_000)));
        faults.add(new Fault.StallKafka(between(12_000, 16_000)));
        return faults;
    }

    private Duration between(int leastMillis, int mostMillis) {
        return Duration.ofMillis(random.nextInt(leastMillis, mostMillis));
    }

    private String one(List<String> among) {
        return among.get(random.nextInt(among.size()));
    }
}
