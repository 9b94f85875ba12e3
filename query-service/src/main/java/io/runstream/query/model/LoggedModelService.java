package io.runstream.query.model;

import io.runstream.api.model.LoggedModelResponse;
import io.runstream.api.model.SearchLoggedModelsResponse;
import io.runstream.error.LoggedModelErrors;
import io.runstream.id.LoggedModelId;
import io.runstream.query.consistency.ReadBarrier;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/**
 * Reads logged models, after every write that was acknowledged before: wherever in the log, since what runs measured of a
 * model lies in the runs' partitions.
 */
@Singleton
final class LoggedModelService {
    private final ReadBarrier barrier;
    private final LoggedModelStore store;

    LoggedModelService(ReadBarrier barrier, LoggedModelStore store) {
        this.barrier = barrier;
        this.store = store;
    }

    /** Fails with 404 if there is no such model, or it was deleted and deleted ones are not allowed. */
    Uni<LoggedModelResponse> get(LoggedModelId id, boolean allowDeleted) {
        return barrier.awaitAll()
                .chain(() -> store.find(id, allowDeleted))
                .map(found ->
                        new LoggedModelResponse(found.orElseThrow(() -> LoggedModelErrors.notFound(id.toString()))));
    }

    Uni<SearchLoggedModelsResponse> search(SearchLoggedModelsRequest request) {
        return barrier.awaitAll()
                .chain(() -> store.search(request))
                .map(page -> new SearchLoggedModelsResponse(page.items(), page.encodedToken()));
    }
}
