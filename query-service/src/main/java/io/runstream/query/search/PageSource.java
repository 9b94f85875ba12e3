package io.runstream.query.search;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Where the parts of what a search found come from. */
@FunctionalInterface
interface PageSource<T> {
    /**
     * @param after where the part before ended; null for the first
     * @param size the most that it may have, at least 1
     */
    Uni<Page<T>> page(@Nullable PageToken after, int size);
}
