package io.runstream.query.registry;

import io.runstream.query.search.LabelSql;
import io.runstream.query.search.NumberTest;
import io.runstream.query.search.Sql;
import io.runstream.query.search.TextTest;

/** One comparison of a filter of registered models or versions. What is missing does not meet it. */
sealed interface RegistryCondition {
    /** @param column of type {@code text} */
    record Text(String column, TextTest test) implements RegistryCondition {}

    /** @param column a whole number */
    record Number(String column, NumberTest test) implements RegistryCondition {}

    record Tag(String key, TextTest test) implements RegistryCondition {}

    /** @param tags the column with the tags */
    default Sql sql(String tags) {
        return switch (this) {
            case Text text -> text.test().sql(Sql.text(text.column()));
            case Number number -> number.test().sqlOfLong(Sql.text(number.column()));
            case Tag tag -> tag.test().sql(LabelSql.value(tags, tag.key()));
        };
    }
}
