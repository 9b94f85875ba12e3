package io.runstream.query.search;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.runstream.query.answer.ChunkedJson;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

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
     * @param size the most that the page may have
     * @param after where the page before ended; null for the first
     */
    public <T> Uni<ChunkedJson> of(String list, int size, @Nullable PageToken after, PageSource<T> source) {
        return ChunkedJson.from(new PageBody<>(json, list, size, after, source));
    }
}
