package io.runstream.query.search;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.runstream.query.answer.ChunkedJson;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.function.Function;

/** Makes answers of what searches find. */
@Singleton
public final class PageAnswers {
    private final ObjectMapper json;

    PageAnswers(ObjectMapper json) {
        this.json = json;
    }

    /**
     * A page, of whatever length.
     *
     * @param list the name that MLflow gives to what was searched for
     * @param found what a search finds, or a part of it
     */
    public <S extends PagedSearch<S>, T> Uni<ChunkedJson> of(String list, S search, Function<S, Uni<Page<T>>> found) {
        return ChunkedJson.from(new PageBody<>(
                json,
                list,
                search.maxResults(),
                search.after(),
                (after, size) -> found.apply(search.part(after, size))));
    }
}
