package io.runstream.query.search;

import org.jspecify.annotations.Nullable;

/** A search that answers with a page. */
public interface PagedSearch<S extends PagedSearch<S>> {
    /** The most that the page may have, at least 1. */
    int maxResults();

    /** Where the page before ended; null for the first. */
    @Nullable
    PageToken after();

    /**
     * A part of the same search.
     *
     * @param from where the part before ended; null for the first
     * @param size the most that it may have, at least 1
     */
    S part(@Nullable PageToken from, int size);
}
