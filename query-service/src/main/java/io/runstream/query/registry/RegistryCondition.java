package io.runstream.query.registry;

import io.runstream.query.search.LabelSql;
import io.runstream.query.search.NumberTest;
import io.runstream.query.search.Sql;
import io.runstream.query.search.TextTest;
import java.util.List;

/** One comparison of a filter of registered models or versions. What is missing does not meet it. */
sealed interface RegistryCondition {
    /** @param column of type {@code text} */
    record Text(String column, TextTest test) implements RegistryCondition {}

    /** @param column a whole number */
    record Number(String column, NumberTest test) implements RegistryCondition {}

    /**
     * @param column of type {@code text}
     * @param wanted whether it is to be one of these, or none of them
     */
    record OneOf(String column, List<String> values, boolean wanted) implements RegistryCondition {}

    record Tag(String key, TextTest test) implements RegistryCondition {}

    /** @param tags the column with the tags */
    default Sql sql(String tags) {
        return switch (this) {
            case Text text -> text.test().sql(Sql.text(text.column()));
            case Number number -> number.test().sqlOfLong(Sql.text(number.column()));
            case OneOf one ->
                Sql.text(one.column() + (one.wanted() ? " = ANY(" : " <> ALL("))
                        .plus(Sql.texts(one.values()))
                        .plus(")");
            case Tag tag -> tag.test().sql(LabelSql.value(tags, tag.key()));
        };
    }
}
