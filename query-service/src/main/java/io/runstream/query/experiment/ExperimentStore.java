package io.runstream.query.experiment;

import io.runstream.api.experiment.Experiment;
import io.runstream.id.ExperimentId;
import io.runstream.query.search.Page;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Where projected experiments are read. */
interface ExperimentStore {
    /** Deleted or not; empty if there is no such experiment. */
    Uni<Optional<Experiment>> find(ExperimentId id);

    /** Deleted or not: a name is taken by one experiment at most. */
    Uni<Optional<Experiment>> find(String name);

    Uni<Page<Experiment>> search(SearchExperimentsRequest request);
}
