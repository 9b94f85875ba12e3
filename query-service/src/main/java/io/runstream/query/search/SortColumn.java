package io.runstream.query.search;

/**
 * One of the columns by which a search is ordered. Has no NULL and no NaN: where values may be missing, a column before
 * it says so by a rank.
 *
 * @param expression of the column's type; text has a bytewise collation
 */
public record SortColumn(Sql expression, SortType type, boolean ascending) {

    public static SortColumn ascending(String expression, SortType type) {
        return new SortColumn(Sql.text(expression), type, true);
    }

    public static SortColumn descending(String expression, SortType type) {
        return new SortColumn(Sql.text(expression), type, false);
    }

    String direction() {
        return ascending ? " ASC" : " DESC";
    }

    /** Behind this value in the order. */
    Sql beyond(Object value) {
        return compare(ascending ? " > " : " < ", value);
    }

    Sql beyondOrEqual(Object value) {
        return compare(ascending ? " >= " : " <= ", value);
    }

    Sql equal(Object value) {
        return compare(" = ", value);
    }

    private Sql compare(String operator, Object value) {
        return expression.plus(operator).plus(Sql.param(value)).plus("::" + type.sqlName());
    }
}
