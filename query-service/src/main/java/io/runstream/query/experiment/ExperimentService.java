package io.runstream.query.experiment;

import io.runstream.api.experiment.Experiment;
import io.runstream.api.experiment.GetExperimentResponse;
import io.runstream.error.ApiException;
import io.runstream.error.ExperimentErrors;
import io.runstream.id.ExperimentId;
import io.runstream.query.access.Reader;
import io.runstream.query.access.Readers;
import io.runstream.query.answer.ChunkedJson;
import io.runstream.query.consistency.ReadBarrier;
import io.runstream.query.search.PageAnswers;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads experiments that the caller may read, after every write that was acknowledged before. */
@Singleton
public final class ExperimentService {
    private final ReadBarrier barrier;
    private final ExperimentStore store;
    private final Readers readers;
    private final PageAnswers pages;

    ExperimentService(ReadBarrier barrier, ExperimentStore store, Readers readers, PageAnswers pages) {
        this.barrier = barrier;
        this.store = store;
        this.readers = readers;
        this.pages = pages;
    }

    /** Fails with 404 if there is no such experiment, with 403 if it is not for the caller. */
    public Uni<GetExperimentResponse> get(ExperimentId id) {
        return one(() -> store.find(id), () -> ExperimentErrors.notFound(id.value()));
    }

    /** Fails with 404 if there is no such experiment, with 403 if it is not for the caller. */
    Uni<GetExperimentResponse> getByName(String name) {
        return one(() -> store.find(name), () -> ExperimentErrors.nameNotFound(name));
    }

    private Uni<GetExperimentResponse> one(Supplier<Uni<Optional<Experiment>>> find, Supplier<ApiException> otherwise) {
        Reader reader = readers.current();
        return barrier.awaitExperiments()
                .chain(() -> find.get())
                .map(found -> found.orElseThrow(otherwise))
                .call(experiment -> reader.requireExperiment(experiment.experimentId()))
                .map(GetExperimentResponse::new);
    }

    Uni<ChunkedJson> search(SearchExperimentsRequest request) {
        Reader reader = readers.current();
        return barrier.awaitExperiments()
                .chain(reader::experiments)
                .chain(visible -> pages.of("experiments", request.within(visible), store::search));
    }
}
