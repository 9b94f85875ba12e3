package io.runstream.query.run;

import io.runstream.api.run.GetRunResponse;
import io.runstream.api.run.SearchRunsResponse;
import io.runstream.error.RunErrors;
import io.runstream.id.RunId;
import io.runstream.query.consistency.ReadBarrier;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Reads runs, after every write that was acknowledged before. */
@Singleton
public final class RunService {
    private final ReadBarrier barrier;
    private final RunStore store;

    RunService(ReadBarrier barrier, RunStore store) {
        this.barrier = barrier;
        this.store = store;
    }

    /** Fails with 404 if there is no such run. */
    public Uni<GetRunResponse> get(RunId id) {
        return barrier.awaitRun(id)
                .chain(() -> store.find(id))
                .map(found -> new GetRunResponse(found.orElseThrow(() -> RunErrors.notFound(id.toString()))));
    }

    public Uni<SearchRunsResponse> search(SearchRunsRequest request) {
        return barrier.awaitAll()
                .chain(() -> store.search(request))
                .map(page -> new SearchRunsResponse(page.items(), page.encodedToken()));
    }
}
