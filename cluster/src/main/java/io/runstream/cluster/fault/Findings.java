package io.runstream.cluster.fault;

import io.runstream.cluster.count.Report;
import io.runstream.cluster.load.Outcome;
import java.util.ArrayList;
import java.util.List;

/**
 * How a cluster has borne its faults.
 *
 * @param complaints about what was seen while they happened, in sentences
 * @param reads of what had just been acknowledged
 * @param refusals answers 429
 */
record Findings(Report report, List<String> complaints, int faults, long reads, long refusals) {
    Findings {
        complaints = List.copyOf(complaints);
    }

    boolean areRight() {
        return report.isRight() && complaints.isEmpty();
    }

    /** For people, as Markdown. */
    List<String> text() {
        List<String> lines = new ArrayList<>(report.count().table());
        lines.add("");
        lines.add(
                "%d faults, %d writes acknowledged, %d in doubt, %d refused; %d answers 429; %d reads after writes; %d dead letters."
                        .formatted(
                                faults,
                                report.count().total(Outcome.ACKNOWLEDGED),
                                report.count().total(Outcome.IN_DOUBT),
                                report.count().total(Outcome.REFUSED),
                                refusals,
                                reads,
                                report.deadLetters()));
        lines.add(
                report.differences().isEmpty()
                        ? "A replay of the log into an empty database gives identical tables."
                        : "A replay of the log into an empty database gives OTHER tables:");
        lines.addAll(report.differences());
        lines.addAll(report.count().wrong());
        lines.addAll(complaints);
        lines.add(areRight() ? "Acknowledged is stored, once each." : "NOT all is as it should be.");
        return lines;
    }
}
