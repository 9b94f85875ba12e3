package io.runstream.cluster.count;

import java.util.List;

/**
 * What was found when all was over.
 *
 * @param deadLetters events that were given up
 * @param differences tables that differ between the database and a replay of the log into an empty one
 */
public record Report(Count count, long deadLetters, List<String> differences) {
    public Report {
        differences = List.copyOf(differences);
    }

    /** Nothing acknowledged is missing, nothing is twice, by half or given up, and a replay gives the same tables. */
    public boolean isRight() {
        return count.isRight() && deadLetters == 0 && differences.isEmpty();
    }
}
