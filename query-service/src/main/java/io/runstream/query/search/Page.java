package io.runstream.query.search;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of what a search found.
 *
 * @param nextToken says where the next part begins; null if this is the last
 */
public record Page<T>(List<T> items, @Nullable PageToken nextToken) {

    /**
     * @param rows one more than fit on the page, if there are more
     * @param endOf the place of a row in the order
     */
    public static <R> Page<R> of(List<R> rows, int size, Function<R, PageToken> endOf) {
        return rows.size() > size
                ? new Page<>(List.copyOf(rows.subList(0, size)), endOf.apply(rows.get(size - 1)))
                : new Page<>(rows, null);
    }

    public <U> Page<U> map(Function<T, U> mapper) {
        return new Page<>(items.stream().map(mapper).toList(), nextToken);
    }

    /** For the wire; null on the last page. */
    public @Nullable String encodedToken() {
        return nextToken == null ? null : nextToken.encode();
    }
}
