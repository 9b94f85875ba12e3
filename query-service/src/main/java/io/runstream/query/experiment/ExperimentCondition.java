package io.runstream.query.experiment;

import io.runstream.query.search.NumberTest;
import io.runstream.query.search.Sql;
import io.runstream.query.search.TextTest;
import java.util.List;

/** One comparison of a filter of experiments. One without the tag does not meet it, whatever the comparison. */
sealed interface ExperimentCondition {
    record Name(TextTest test) implements ExperimentCondition {}

    /** @param wanted whether the experiment is to be one of these, or none of them */
    record Id(List<Long> ids, boolean wanted) implements ExperimentCondition {}

    record Time(ExperimentTime time, NumberTest test) implements ExperimentCondition {}

    record Tag(String key, TextTest test) implements ExperimentCondition {}

    /** Whether the experiment has the tag at all. */
    record HasTag(String key, boolean wanted) implements ExperimentCondition {}

    /** Where {@code e} is the experiment. */
    default Sql sql() {
        return switch (this) {
            case Name name -> name.test().sql(Sql.text("e.name"));
            case Id id ->
                Sql.text(id.wanted() ? "e.experiment_id = ANY(" : "e.experiment_id <> ALL(")
                        .plus(Sql.longs(id.ids()))
                        .plus(")");
            case Time time -> time.test().sqlOfLong(Sql.text(time.time().column()));
            case Tag tag -> hasTag(tag.key(), tag.test().sql(Sql.text("t.value")));
            case HasTag tag -> Sql.text(tag.wanted() ? "" : "NOT ").plus(hasTag(tag.key(), Sql.text("TRUE")));
        };
    }

    private static Sql hasTag(String key, Sql test) {
        return Sql.text("EXISTS (SELECT FROM experiment_tag t WHERE t.experiment_id = e.experiment_id AND t.key = ")
                .plus(Sql.param(key))
                .plus(" AND ")
                .plus(test)
                // A look-up per experiment: no join, of whose orders Postgres would try all.
                .plus(" OFFSET 0)");
    }
}
