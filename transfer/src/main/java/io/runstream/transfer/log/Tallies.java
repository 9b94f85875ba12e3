package io.runstream.transfer.log;

import io.runstream.transfer.archive.LoggedRecord;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A tally per lane. */
final class Tallies {
    private static final Tally EMPTY = new Tally();

    private final Map<Lane, Tally> byLane = new HashMap<>();

    void add(Lane lane, LoggedRecord record) {
        byLane.computeIfAbsent(lane, absent -> new Tally()).add(record);
    }

    /** The lane's greatest offset, or -1 for none. */
    long last(Lane lane) {
        return of(lane).last();
    }

    long records() {
        return byLane.values().stream().mapToLong(Tally::records).sum();
    }

    long records(String topic) {
        return byLane.entrySet().stream()
                .filter(lane -> lane.getKey().topic().equals(topic))
                .mapToLong(lane -> lane.getValue().records())
                .sum();
    }

    /** A lane in which the other counted other records, if there is one. */
    Optional<Lane> difference(Tallies other) {
        Set<Lane> lanes = new HashSet<>(byLane.keySet());
        lanes.addAll(other.byLane.keySet());
        return lanes.stream().filter(lane -> !of(lane).equalTo(other.of(lane))).findFirst();
    }

    private Tally of(Lane lane) {
        return byLane.getOrDefault(lane, EMPTY);
    }
}
