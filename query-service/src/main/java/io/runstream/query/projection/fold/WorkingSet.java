package io.runstream.query.projection.fold;

import io.runstream.id.LoggedModelId;
import io.runstream.query.projection.fold.model.LoggedModelRow;
import io.runstream.query.projection.fold.model.ModelMetricTable;
import io.runstream.query.projection.fold.overlay.Overlay;
import io.runstream.query.projection.fold.registry.RegistryState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The state that a batch works on: what was loaded, and what its events have made of it so far. */
final class WorkingSet {
    final Overlay<UUID, RunRow> runs;
    final Overlay<RunKey, String> runTags;
    final Overlay<RunKey, String> params;
    final SeriesTable series = new SeriesTable();
    final List<DatasetLink> datasets = new ArrayList<>();
    final List<ModelInputRow> modelInputs = new ArrayList<>();
    final List<ModelOutputRow> modelOutputs = new ArrayList<>();
    final Overlay<LoggedModelId, LoggedModelRow> models;
    final ModelMetricTable modelMetrics = new ModelMetricTable();
    final ExperimentCatalogue experiments;
    final Overlay<ExperimentKey, String> experimentTags;
    final Overlay<AnswerKey, StoredAnswer> answers;
    final RegistryState registry;

    WorkingSet(LoadedState loaded) {
        this.runs = new Overlay<>(loaded.runs());
        this.runTags = new Overlay<>(loaded.runTags());
        this.params = new Overlay<>(loaded.params());
        this.models = new Overlay<>(loaded.models());
        this.experiments = new ExperimentCatalogue(loaded.experiments(), loaded.greatestExperimentId());
        this.experimentTags = new Overlay<>(loaded.experimentTags());
        this.answers = new Overlay<>(loaded.answers());
        this.registry = new RegistryState(loaded.registry());
    }

    Changes changes() {
        Map<RunKey, String> tagsWritten = runTags.written();
        Map<RunKey, String> paramsWritten = params.written();
        Map<UUID, RunRow> runsWritten = runs.written();
        addRunsOf(tagsWritten.keySet(), runsWritten);
        addRunsOf(paramsWritten.keySet(), runsWritten);
        return new Changes(
                runsWritten.values(),
                tagsWritten,
                runTags.removed(),
                paramsWritten,
                series.all(),
                datasets,
                modelInputs,
                modelOutputs,
                models.written().values(),
                modelMetrics.all(),
                experiments.written(),
                experimentTags.written(),
                experimentTags.removed(),
                answers.written(),
                registry.changes());
    }

    private void addRunsOf(Collection<RunKey> keys, Map<UUID, RunRow> rows) {
        for (RunKey key : keys) {
            rows.computeIfAbsent(key.runId(), runs::get);
        }
    }
}
