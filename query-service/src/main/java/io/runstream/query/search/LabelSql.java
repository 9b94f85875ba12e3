package io.runstream.query.search;

/** Looks into params or tags: a column of type {@code jsonb}, an object of key to text. */
public final class LabelSql {
    private LabelSql() {}

    /** NULL, which meets no comparison, if there is no such key. */
    public static Sql value(String column, String key) {
        return Sql.text("((" + column + " ->> ").plus(Sql.param(key)).plus("::text) COLLATE \"C\")");
    }

    public static Sql presence(String column, String key, boolean wanted) {
        return Sql.text((wanted ? "" : "NOT ") + column + " ? ")
                .plus(Sql.param(key))
                .plus("::text");
    }
}
