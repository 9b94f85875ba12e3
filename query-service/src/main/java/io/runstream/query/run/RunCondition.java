package io.runstream.query.run;

import io.runstream.query.search.NumberTest;
import io.runstream.query.search.TextTest;

/** One comparison of a filter of runs. A run that lacks what is compared does not meet it, whatever the comparison. */
sealed interface RunCondition {
    /** Asks the latest value. NaN meets only {@code !=}. */
    record Metric(String key, NumberTest test) implements RunCondition {}

    record Param(String key, TextTest test) implements RunCondition {}

    record Tag(String key, TextTest test) implements RunCondition {}

    /** Whether the run has the param at all. */
    record HasParam(String key, boolean wanted) implements RunCondition {}

    record HasTag(String key, boolean wanted) implements RunCondition {}

    record Text(TextAttribute attribute, TextTest test) implements RunCondition {}

    record Time(TimeAttribute attribute, NumberTest test) implements RunCondition {}

    /** Met if any of the run's dataset inputs meets it; two conditions may be met by two inputs. */
    record Dataset(DatasetAttribute attribute, TextTest test) implements RunCondition {}
}
