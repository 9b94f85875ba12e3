package io.runstream.query.search;

import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

/**
 * A piece of SQL and its parameters, which stay apart: nothing a caller wrote ever becomes text. Pieces join to larger
 * ones; the parameters are numbered when the whole is done. Immutable.
 */
public final class Sql {
    public static final Sql EMPTY = new Sql(List.of(""), List.of());

    /** One more than there are parameters: they stand in the gaps. */
    private final List<String> texts;

    private final List<Object> params;

    private Sql(List<String> texts, List<Object> params) {
        this.texts = texts;
        this.params = params;
    }

    /** @param text a constant of this code */
    public static Sql text(String text) {
        return new Sql(List.of(text), List.of());
    }

    /** @param value of a type that the Postgres client knows */
    public static Sql param(Object value) {
        return new Sql(List.of("", ""), List.of(value));
    }

    /** One parameter: an array. */
    public static Sql texts(List<String> values) {
        return param(values.toArray(String[]::new)).plus("::text[]");
    }

    /** One parameter: an array. */
    public static Sql longs(List<Long> values) {
        return param(values.toArray(Long[]::new)).plus("::bigint[]");
    }

    public Sql plus(String text) {
        return plus(text(text));
    }

    public Sql plus(Sql other) {
        int last = texts.size() - 1;
        List<String> joined = new ArrayList<>(last + other.texts.size());
        joined.addAll(texts.subList(0, last));
        joined.add(texts.get(last) + other.texts.get(0));
        joined.addAll(other.texts.subList(1, other.texts.size()));
        List<Object> all = new ArrayList<>(params.size() + other.params.size());
        all.addAll(params);
        all.addAll(other.params);
        return new Sql(joined, all);
    }

    public static Sql join(String separator, List<Sql> pieces) {
        Sql joined = EMPTY;
        for (int i = 0; i < pieces.size(); i++) {
            joined = i == 0 ? pieces.get(0) : joined.plus(separator).plus(pieces.get(i));
        }
        return joined;
    }

    /** The statement, with {@code $1}, {@code $2}, … for the parameters. */
    public String statement() {
        StringBuilder statement = new StringBuilder(texts.get(0));
        for (int i = 1; i < texts.size(); i++) {
            statement.append('$').append(i).append(texts.get(i));
        }
        return statement.toString();
    }

    /** The parameters in the statement's order. */
    public Tuple tuple() {
        return Tuple.from(params);
    }

    @Override
    public String toString() {
        return statement();
    }
}
