package io.runstream.query.model;

import io.runstream.api.model.LoggedModelResponse;
import io.runstream.error.LoggedModelErrors;
import io.runstream.id.LoggedModelId;
import io.runstream.query.access.Reader;
import io.runstream.query.access.Readers;
import io.runstream.query.answer.ChunkedJson;
import io.runstream.query.consistency.ReadBarrier;
import io.runstream.query.search.PageAnswers;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/**
 * Reads logged models that the caller may read, after every write that was acknowledged before: wherever in the log, since what runs measured of a
 * model lies in the runs' partitions.
 */
@Singleton
final class LoggedModelService {
    private final ReadBarrier barrier;
    private final LoggedModelStore store;
    private final Readers readers;
    private final PageAnswers pages;

    LoggedModelService(ReadBarrier barrier, LoggedModelStore store, Readers readers, PageAnswers pages) {
        this.barrier = barrier;
        this.store = store;
        this.readers = readers;
        this.pages = pages;
    }

    /**
     * Fails with 404 if there is no such model, or it was deleted and deleted ones are not allowed; with 403 if it is not for
     * the caller.
     */
    Uni<LoggedModelResponse> get(LoggedModelId id, boolean allowDeleted) {
        Reader reader = readers.current();
        return barrier.awaitAll()
                .chain(() -> store.find(id, allowDeleted))
                .map(found -> found.orElseThrow(() -> LoggedModelErrors.notFound(id.toString())))
                .call(model -> reader.requireExperiment(model.info().experimentId()))
                .map(LoggedModelResponse::new);
    }

    /** As MLflow does, experiments that are not for the caller are left out, and that is no error. */
    Uni<ChunkedJson> search(SearchLoggedModelsRequest request) {
        Reader reader = readers.current();
        return barrier.awaitAll()
                .chain(reader::experiments)
                .chain(visible -> pages.of("models", request.within(visible), store::search));
    }
}
