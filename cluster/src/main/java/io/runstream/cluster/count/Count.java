package io.runstream.cluster.count;

import io.runstream.cluster.load.Entry;
import io.runstream.cluster.load.Outcome;
import io.runstream.cluster.load.Write;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** What the writers were told of their writes, beside how these are found. */
public final class Count {
    private static final int EXAMPLES = 20;

    private final Map<String, Map<Outcome, Map<Presence, Integer>>> byKind = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();
    private int wrongOnes;

    /** @param presence how a write is found */
    static Count of(List<Entry> entries, Function<Write, Presence> presence) {
        Count count = new Count();
        entries.forEach(entry -> count.add(entry, presence.apply(entry.write())));
        return count;
    }

    private void add(Entry entry, Presence presence) {
        byKind.computeIfAbsent(entry.write().word(), kind -> new EnumMap<>(Outcome.class))
                .computeIfAbsent(entry.outcome(), outcome -> new EnumMap<>(Presence.class))
                .merge(presence, 1, Integer::sum);
        if (!isRight(entry.outcome(), presence)) {
            wrongOnes++;
            if (wrong.size() < EXAMPLES) {
                wrong.add(presence + ": " + entry);
            }
        }
    }

    private static boolean isRight(Outcome outcome, Presence presence) {
        return switch (outcome) {
            case ACKNOWLEDGED -> presence == Presence.ONCE;
            case IN_DOUBT -> presence == Presence.ONCE || presence == Presence.ABSENT;
            case REFUSED -> presence == Presence.ABSENT;
            case FAILED -> false;
        };
    }

    /** Whether acknowledged is stored, once each, and nothing is there by half. */
    public boolean isRight() {
        return wrongOnes == 0;
    }

    /** Writes that are not as they should be, some of them in full. */
    public List<String> wrong() {
        return List.copyOf(wrong);
    }

    /** Writes of that outcome. */
    public int total(Outcome outcome) {
        return byKind.keySet().stream().mapToInt(kind -> total(kind, outcome)).sum();
    }

    private int total(String kind, Outcome outcome) {
        return byKind.getOrDefault(kind, Map.of()).getOrDefault(outcome, Map.of()).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private int found(String kind, Outcome outcome, Presence presence) {
        return byKind.getOrDefault(kind, Map.of())
                .getOrDefault(outcome, Map.of())
                .getOrDefault(presence, 0);
    }

    private int found(String kind, Presence presence) {
        int all = 0;
        for (Outcome outcome : Outcome.values()) {
            all += found(kind, outcome, presence);
        }
        return all;
    }

    /** A line for each kind of write, as a table of Markdown. */
    public List<String> table() {
        List<String> lines = new ArrayList<>();
        lines.add(
                "| writes | acknowledged | of them stored once | in doubt | of them stored | refused | failed | twice | by half |");
        lines.add("|---|---|---|---|---|---|---|---|---|");
        for (String kind : byKind.keySet()) {
            lines.add("| %s | %d | %d | %d | %d | %d | %d | %d | %d |"
                    .formatted(
                            kind,
                            total(kind, Outcome.ACKNOWLEDGED),
                            found(kind, Outcome.ACKNOWLEDGED, Presence.ONCE),
                            total(kind, Outcome.IN_DOUBT),
                            found(kind, Outcome.IN_DOUBT, Presence.ONCE),
                            total(kind, Outcome.REFUSED),
                            total(kind, Outcome.FAILED),
                            found(kind, Presence.TWICE),
                            found(kind, Presence.PARTLY)));
        }
        return lines;
    }
}
