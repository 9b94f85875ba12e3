package io.runstream.query.experiment;

import io.runstream.error.SearchErrors;
import io.runstream.query.search.OrderTerm;
import io.runstream.query.search.Ordering;
import io.runstream.query.search.SortColumn;
import io.runstream.query.search.SortType;
import io.runstream.query.search.Sql;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the order of a search of experiments, where {@code e} is the experiment. */
final class ExperimentOrder {
    private static final List<String> DEFAULT = List.of("creation_time DESC", "experiment_id ASC");

    private ExperimentOrder() {}

    /**
     * @param orderBy empty for the latest created first; of what is named twice the first counts
     * @throws io.runstream.error.ApiException 400 in MLflow's words
     */
    static Ordering parse(List<String> orderBy) {
        List<SortColumn> columns = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        StringBuilder description = new StringBuilder();
        for (String clause : orderBy.isEmpty() ? DEFAULT : orderBy) {
            OrderTerm term = OrderTerm.parse(clause);
            ExperimentKey key = ExperimentKey.parse(term.identifier());
            if (key.tag()) {
                throw SearchErrors.experimentsNotOrderedBy("tag");
            }
            if (seen.add(key.key())) {
                SortType type = key.key().equals(ExperimentKey.NAME) ? SortType.TEXT : SortType.LONG;
                description.append(key.key()).append(term.ascending());
                columns.add(new SortColumn(Sql.text("e." + key.key()), type, term.ascending()));
            }
        }
        if (seen.add(ExperimentKey.EXPERIMENT_ID)) {
            columns.add(SortColumn.descending("e.experiment_id", SortType.LONG));
        }
        return Ordering.of(description.toString(), columns);
    }
}
