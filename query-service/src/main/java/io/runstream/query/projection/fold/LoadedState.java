package io.runstream.query.projection.fold;

import io.runstream.id.LoggedModelId;
import io.runstream.query.projection.fold.model.LoggedModelRow;
import io.runstream.query.projection.fold.registry.LoadedRegistry;
import java.util.Map;
import java.util.UUID;

/**
 * Rows as they stand before a batch: all that {@link StateNeeds} asked for and that exist.
 *
 * @param greatestExperimentId of all experiments; 0 if there are none, or nobody asked
 */
public record LoadedState(
        Map<UUID, RunRow> runs,
        Map<RunKey, String> params,
        Map<RunKey, String> runTags,
        Map<LoggedModelId, LoggedModelRow> models,
        Map<Long, ExperimentRow> experiments,
        long greatestExperimentId,
        Map<ExperimentKey, String> experimentTags,
        Map<AnswerKey, StoredAnswer> answers,
        LoadedRegistry registry) {
    public static final LoadedState NOTHING = new LoadedState(
            Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), 0, Map.of(), Map.of(), LoadedRegistry.NOTHING);

    /** @return the same with these runs, which were known already */
    public LoadedState withRuns(Map<UUID, RunRow> known) {
        return new LoadedState(
                known, params, runTags, models, experiments, greatestExperimentId, experimentTags, answers, registry);
    }
}
