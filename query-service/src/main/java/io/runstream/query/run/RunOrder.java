package io.runstream.query.run;

import io.runstream.error.SearchErrors;
import io.runstream.query.search.OrderTerm;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the order of a search of runs. */
final class RunOrder {
    private static final List<String> ATTRIBUTES = List.of(
            "run_id", "run_name", "user_id", "status", "artifact_uri", "start_time", "end_time", "created", "Created");

    /** Each costs the database a join. */
    private static final int MAX_TERMS = 20;

    private RunOrder() {}

    /**
     * @param orderBy empty for the latest started first
     * @throws io.runstream.error.ApiException 400 in MLflow's words
     */
    static List<RunSort> parse(List<String> orderBy) {
        List<RunSort> sorts = new ArrayList<>();
        Set<RunSort.Key> seen = new HashSet<>();
        for (String clause : orderBy) {
            OrderTerm term = OrderTerm.parse(clause);
            RunSort sort = new RunSort(key(RunKey.parse(term.identifier(), ATTRIBUTES)), term.ascending());
            if (sorts.size() == MAX_TERMS) {
                throw SearchErrors.unreadableOrderBy(clause);
            }
            if (!seen.add(sort.key())) {
                throw SearchErrors.duplicateOrderBy(orderBy);
            }
            sorts.add(sort);
        }
        if (!seen.contains(new RunSort.Time(TimeAttribute.START_TIME))) {
            sorts.add(new RunSort(new RunSort.Time(TimeAttribute.START_TIME), false));
        }
        return sorts;
    }

    private static RunSort.Key key(RunKey key) {
        return switch (key.entity()) {
            case METRIC -> new RunSort.Metric(key.key());
            case PARAM -> new RunSort.Param(key.key());
            case TAG -> new RunSort.Tag(key.key());
            case ATTRIBUTE ->
                TimeAttribute.find(key.key())
                        .<RunSort.Key>map(RunSort.Time::new)
                        .orElseGet(() ->
                                new RunSort.Text(TextAttribute.find(key.key()).orElseThrow()));
            case DATASET -> throw SearchErrors.runsNotOrderedBy(key.entity().word());
        };
    }
}
