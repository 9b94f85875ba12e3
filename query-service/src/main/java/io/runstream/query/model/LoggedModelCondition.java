package io.runstream.query.model;

import io.runstream.query.search.NumberTest;
import io.runstream.query.search.TextTest;

/** One comparison of a filter of logged models. A model that lacks what is compared does not meet it. */
sealed interface LoggedModelCondition {
    /** Met if any point meets it, not only the latest; of those on the datasets searched for, if there are some. */
    record Metric(String key, NumberTest test) implements LoggedModelCondition {}

    record Param(String key, TextTest test) implements LoggedModelCondition {}

    record Tag(String key, TextTest test) implements LoggedModelCondition {}

    record Text(LoggedModelAttribute attribute, TextTest test) implements LoggedModelCondition {}

    record Time(LoggedModelAttribute attribute, NumberTest test) implements LoggedModelCondition {}
}
