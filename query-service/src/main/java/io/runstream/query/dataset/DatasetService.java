package io.runstream.query.dataset;

import io.runstream.api.experiment.SearchDatasetsResponse;
import io.runstream.error.SearchErrors;
import io.runstream.id.ExperimentId;
import io.runstream.query.access.Reader;
import io.runstream.query.access.Readers;
import io.runstream.query.consistency.ReadBarrier;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/** Tells what datasets the runs of some experiments read, after every write that was acknowledged before. */
@Singleton
public final class DatasetService {
    private static final int MAX_EXPERIMENTS = 20;
    private static final int MAX_SUMMARIES = 1_000;

    private final ReadBarrier barrier;
    private final DatasetStore store;
    private final Readers readers;

    DatasetService(ReadBarrier barrier, DatasetStore store, Readers readers) {
        this.barrier = barrier;
        this.store = store;
        this.readers = readers;
    }

    /**
     * Of deleted runs too, as MLflow does; 1,000 at most. Fails with 403 if one of the experiments is not for the caller, as
     * MLflow has it here.
     *
     * @throws io.runstream.error.ApiException 400 for no experiment, too many, or what is no id
     */
    public Uni<SearchDatasetsResponse> search(List<String> experimentIds) {
        if (experimentIds.isEmpty()) {
            throw SearchErrors.noExperimentsForDatasets();
        }
        if (experimentIds.size() > MAX_EXPERIMENTS) {
            throw SearchErrors.tooManyExperimentsForDatasets(MAX_EXPERIMENTS, experimentIds.size());
        }
        List<ExperimentId> experiments =
                experimentIds.stream().map(ExperimentId::parse).toList();
        Reader reader = readers.current();
        return barrier.awaitAll()
                .chain(() -> reader.requireExperiments(
                        experiments.stream().map(ExperimentId::value).toList()))
                .chain(() -> store.summaries(experiments, MAX_SUMMARIES))
                .map(SearchDatasetsResponse::new);
    }
}
