package io.runstream.query.run;

import io.runstream.api.run.GetRunResponse;
import io.runstream.error.RunErrors;
import io.runstream.id.RunId;
import io.runstream.query.access.Reader;
import io.runstream.query.access.Readers;
import io.runstream.query.answer.ChunkedJson;
import io.runstream.query.consistency.ReadBarrier;
import io.runstream.query.search.PageAnswers;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Reads runs that the caller may read, after every write that was acknowledged before. */
@Singleton
public final class RunService {
    private final ReadBarrier barrier;
    private final RunStore store;
    private final Readers readers;
    private final PageAnswers pages;

    RunService(ReadBarrier barrier, RunStore store, Readers readers, PageAnswers pages) {
        this.barrier = barrier;
        this.store = store;
        this.readers = readers;
        this.pages = pages;
    }

    /** Fails with 404 if there is no such run, with 403 if it is not for the caller. */
    public Uni<GetRunResponse> get(RunId id) {
        Reader reader = readers.current();
        return barrier.awaitRun(id)
                .chain(() -> store.find(id))
                .map(found -> found.orElseThrow(() -> RunErrors.notFound(id.toString())))
                .call(run -> reader.requireExperiment(run.info().experimentId()))
                .map(GetRunResponse::new);
    }

    /** As MLflow does, experiments that are not for the caller are left out, and that is no error. */
    public Uni<ChunkedJson> search(SearchRunsRequest request) {
        Reader reader = readers.current();
        return barrier.awaitAll()
                .chain(reader::experiments)
                .chain(visible -> pages.of("runs", request.within(visible), store::search));
    }
}
