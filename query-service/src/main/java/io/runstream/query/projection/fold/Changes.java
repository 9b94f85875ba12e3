package io.runstream.query.projection.fold;

import io.runstream.query.projection.fold.model.LoggedModelRow;
import io.runstream.query.projection.fold.model.ModelMetricRow;
import io.runstream.query.projection.fold.registry.RegistryChanges;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The rows that a batch writes. Every key occurs once, except among {@code datasets}, {@code modelInputs} and
 * {@code modelOutputs}, where the first counts, also over rows that are there.
 *
 * @param models whole, as they are then
 * @param runs as they are then: those that changed, and those that get tags or params
 */
public record Changes(
        Collection<RunRow> runs,
        Map<RunKey, String> runTags,
        Collection<RunKey> removedRunTags,
        Map<RunKey, String> params,
        List<Series> series,
        List<DatasetLink> datasets,
        List<ModelInputRow> modelInputs,
        List<ModelOutputRow> modelOutputs,
        Collection<LoggedModelRow> models,
        Collection<ModelMetricRow> modelMetrics,
        Collection<ExperimentRow> experiments,
        Map<ExperimentKey, String> experimentTags,
        Collection<ExperimentKey> removedExperimentTags,
        Map<AnswerKey, StoredAnswer> answers,
        RegistryChanges registry) {
    public static final Changes NONE =
            BatchFold.fold(List.of(), LoadedState.NOTHING).changes();
}
