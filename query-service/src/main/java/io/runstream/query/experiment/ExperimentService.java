package io.runstream.query.experiment;

import io.runstream.api.experiment.GetExperimentResponse;
import io.runstream.api.experiment.SearchExperimentsResponse;
import io.runstream.error.ExperimentErrors;
import io.runstream.id.ExperimentId;
import io.runstream.query.consistency.ReadBarrier;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Reads experiments, after every write that was acknowledged before. */
@Singleton
public final class ExperimentService {
    private final ReadBarrier barrier;
    private final ExperimentStore store;

    ExperimentService(ReadBarrier barrier, ExperimentStore store) {
        this.barrier = barrier;
        this.store = store;
    }

    /** Fails with 404 if there is no such experiment. */
    public Uni<GetExperimentResponse> get(ExperimentId id) {
        return barrier.awaitExperiments()
                .chain(() -> store.find(id))
                .map(found ->
                        new GetExperimentResponse(found.orElseThrow(() -> ExperimentErrors.notFound(id.value()))));
    }

    /** Fails with 404 if there is no such experiment. */
    Uni<GetExperimentResponse> getByName(String name) {
        return barrier.awaitExperiments()
                .chain(() -> store.find(name))
                .map(found -> new GetExperimentResponse(found.orElseThrow(() -> ExperimentErrors.nameNotFound(name))));
    }

    Uni<SearchExperimentsResponse> search(SearchExperimentsRequest request) {
        return barrier.awaitExperiments()
                .chain(() -> store.search(request))
                .map(page -> new SearchExperimentsResponse(page.items(), page.encodedToken()));
    }
}
