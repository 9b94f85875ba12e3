package io.runstream.bench.report;

import io.runstream.bench.workload.Goal;
import io.runstream.bench.workload.Measurement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How Runstream's measurement of a workload stands against its goal and the others. */
record Verdict(
        Goal goalOf, Optional<Measurement> runstream, Optional<Measurement> fastTrackMl, Optional<Measurement> mlflow) {

    private static final String UNKNOWN = "";

    String againstFastTrackMl() {
        return factor(fastTrackMl).map(Cells::factor).orElse(UNKNOWN);
    }

    String againstMlflow() {
        return factor(mlflow).map(Cells::factor).orElse(UNKNOWN);
    }

    String goal() {
        List<String> parts = new ArrayList<>();
        goalOf.factor().ifPresent(factor -> parts.add(Cells.factor(factor)));
        goalOf.mlflowFactor().ifPresent(factor -> parts.add(Cells.factor(factor) + " MLflow"));
        goalOf.storeShare().ifPresent(share -> parts.add(Cells.percent(share) + " of the store itself"));
        goalOf.p99().ifPresent(limit -> parts.add("p99 under " + limit.toMillis() + " ms"));
        goalOf.visibleP99().ifPresent(limit -> parts.add("visible p99 under " + limit.toMillis() + " ms"));
        goalOf.visibleMax().ifPresent(limit -> parts.add("visible always under " + limit.toMillis() + " ms"));
        return String.join(", ", parts);
    }

    /** Each part of the goal with yes or no; empty for what there is nothing to compare with. */
    String reached() {
        List<String> parts = new ArrayList<>();
        goalOf.factor().ifPresent(goal -> factor(fastTrackMl).ifPresent(factor -> parts.add(yesOrNo(factor >= goal))));
        goalOf.mlflowFactor().ifPresent(goal -> factor(mlflow).ifPresent(factor -> parts.add(yesOrNo(factor >= goal))));
        goalOf.storeShare()
                .ifPresent(goal -> storeShare()
                        .ifPresent(
                                share -> parts.add("%s (%s)".formatted(yesOrNo(share >= goal), Cells.percent(share)))));
        runstream.ifPresent(own -> {
            check(goalOf.p99(), "p99", own.latency(99)).ifPresent(parts::add);
            own.visibility().ifPresent(seen -> {
                check(goalOf.visibleP99(), "visible p99", seen.percentile(99)).ifPresent(parts::add);
                check(goalOf.visibleMax(), "visible max", seen.max()).ifPresent(parts::add);
            });
        });
        return String.join(", ", parts);
    }

    private Optional<Double> factor(Optional<Measurement> other) {
        return runstream.flatMap(
                own -> other.map(measured -> own.throughput(goalOf.unit()) / measured.throughput(goalOf.unit())));
    }

    private Optional<Double> storeShare() {
        return runstream.flatMap(own -> own.storeThroughput().map(store -> own.throughput(goalOf.unit()) / store));
    }

    private static Optional<String> check(Optional<Duration> limit, String what, double millis) {
        return limit.map(
                most -> "%s (%s %s ms)".formatted(yesOrNo(millis < most.toMillis()), what, Cells.decimal(millis)));
    }

    private static String yesOrNo(boolean reached) {
        return reached ? "yes" : "**no**";
    }
}
