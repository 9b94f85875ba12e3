package io.runstream.query.search;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.runstream.error.SearchErrors;
import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A total order of the rows of a search: together the columns differ between any two rows.
 *
 * @param name the same for the same order, so that a page token is not used with another
 */
public record Ordering(String name, List<SortColumn> columns) {

    /** @param description of the order, the same in every process; shortened, since every page token holds it */
    public static Ordering of(String description, List<SortColumn> columns) {
        return new Ordering(Integer.toHexString(description.hashCode()), columns);
    }

    /** The columns for a select list, under the names that {@link #orderBy} and {@link #endOf} use. */
    public Sql selected() {
        List<Sql> selected = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            selected.add(columns.get(i).expression().plus(" AS " + alias(i)));
        }
        return Sql.join(", ", selected);
    }

    /** The columns for a select list of any level outside of that one. */
    public String names() {
        return IntStream.range(0, columns.size()).mapToObj(Ordering::alias).collect(Collectors.joining(", "));
    }

    /** For the level that has the rows' own columns: what an index may serve. */
    public Sql orderByExpressions() {
        return orderByExpressionsFrom(0);
    }

    /** The same without the first columns: for rows that are alike in these. */
    public Sql orderByExpressionsFrom(int first) {
        List<Sql> terms = new ArrayList<>();
        for (SortColumn column : columns.subList(first, columns.size())) {
            terms.add(column.expression().plus(column.direction()));
        }
        return Sql.join(", ", terms);
    }

    /** For any level outside of the one that selected the columns. */
    public Sql orderBy() {
        List<Sql> terms = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            terms.add(Sql.text(alias(i) + columns.get(i).direction()));
        }
        return Sql.join(", ", terms);
    }

    /** Where this row is. */
    public PageToken endOf(Row row) {
        ArrayNode last = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).type().append(row, alias(i), last);
        }
        return new PageToken(name, last);
    }

    /**
     * True for the rows behind that place.
     *
     * @param token null for the first page
     * @throws io.runstream.error.ApiException 400 if the token belongs to another order
     */
    public Sql after(@Nullable PageToken token) {
        if (token == null) {
            return Sql.text("TRUE");
        }
        List<Object> last = values(token);
        // The first condition follows from the second, but only the first is one that an index can start from.
        return columns.get(0)
                .beyondOrEqual(last.get(0))
                .plus(" AND (")
                .plus(after(last, 0))
                .plus(")");
    }

    private Sql after(List<Object> last, int i) {
        SortColumn column = columns.get(i);
        Sql beyond = column.beyond(last.get(i));
        return i == columns.size() - 1
                ? beyond
                : beyond.plus(" OR ")
                        .plus(column.equal(last.get(i)))
                        .plus(" AND (")
                        .plus(after(last, i + 1))
                        .plus(")");
    }

    private List<Object> values(PageToken token) {
        List<Object> values = new ArrayList<>();
        boolean fits = token.order().equals(name) && token.last().size() == columns.size();
        for (int i = 0; fits && i < columns.size(); i++) {
            Object value = columns.get(i).type().read(token.last().get(i));
            fits = value != null;
            if (value != null) {
                values.add(value);
            }
        }
        if (!fits) {
            throw SearchErrors.tokenNotOurs(token.last().toString());
        }
        return values;
    }

    private static String alias(int column) {
        return "sort_" + column;
    }
}
