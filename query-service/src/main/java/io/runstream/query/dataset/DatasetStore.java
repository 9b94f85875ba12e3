package io.runstream.query.dataset;

import io.runstream.api.experiment.SearchDatasetsResponse.DatasetSummary;
import io.runstream.id.ExperimentId;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Where it is read what datasets runs read. */
interface DatasetStore {
    /** Each once per experiment and context, by experiment, name, digest and context. */
    Uni<List<DatasetSummary>> summaries(List<ExperimentId> experiments, int limit);
}
