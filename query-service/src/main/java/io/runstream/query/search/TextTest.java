package io.runstream.query.search;

import java.util.List;
import java.util.Optional;

/** What a filter asks of a text. Upper and lower case differ, except for {@link LikeIgnoringCase}. */
public sealed interface TextTest {
    record Equal(String value) implements TextTest {}

    record NotEqual(String value) implements TextTest {}

    /**
     * @param pattern {@code %} is any text, {@code _} any character; nothing escapes them
     */
    record Like(String pattern) implements TextTest {}

    /** As {@link Like}, but a to z are A to Z. */
    record LikeIgnoringCase(String pattern) implements TextTest {}

    record In(List<String> values) implements TextTest {}

    record NotIn(List<String> values) implements TextTest {}

    /**
     * @param comparator in upper case
     * @return empty if a text is not compared so with one value
     */
    static Optional<TextTest> find(String comparator, String value) {
        return Optional.ofNullable(
                switch (comparator) {
                    case "=" -> new Equal(value);
                    case "!=" -> new NotEqual(value);
                    case "LIKE" -> new Like(value);
                    case "ILIKE" -> new LikeIgnoringCase(value);
                    default -> null;
                });
    }

    /**
     * @param comparator in upper case
     * @return empty if a text is not compared so with several values
     */
    static Optional<TextTest> find(String comparator, List<String> values) {
        return Optional.ofNullable(
                switch (comparator) {
                    case "IN" -> new In(values);
                    case "NOT IN" -> new NotIn(values);
                    default -> null;
                });
    }

    /** For an expression of type {@code text}. */
    default Sql sql(Sql column) {
        return switch (this) {
            case Equal test -> column.plus(" = ").plus(Sql.param(test.value()));
            case NotEqual test -> column.plus(" <> ").plus(Sql.param(test.value()));
            case Like test ->
                column.plus(" LIKE ").plus(Sql.param(test.pattern())).plus(" ESCAPE ''");
            case LikeIgnoringCase test ->
                column.plus(" ILIKE ").plus(Sql.param(test.pattern())).plus(" ESCAPE ''");
            case In test ->
                column.plus(" = ANY(").plus(Sql.texts(test.values())).plus(")");
            case NotIn test ->
                column.plus(" <> ALL(").plus(Sql.texts(test.values())).plus(")");
        };
    }
}
