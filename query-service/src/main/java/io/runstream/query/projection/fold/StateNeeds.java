package io.runstream.query.projection.fold;

import io.runstream.api.Tags;
import io.runstream.event.v1.Param;
import io.runstream.event.v1.TrackingEvent;
import io.runstream.id.LoggedModelId;
import io.runstream.query.projection.event.ForeignEventException;
import io.runstream.query.projection.event.LogEntry;
import io.runstream.query.projection.event.LogEntry.OfExperiments;
import io.runstream.query.projection.event.LogEntry.OfModel;
import io.runstream.query.projection.event.LogEntry.OfRegistry;
import io.runstream.query.projection.event.LogEntry.OfRun;
import io.runstream.query.projection.event.LogEntry.UnknownKind;
import io.runstream.query.projection.event.LogEntry.Unreadable;
import io.runstream.query.projection.fold.registry.RegistryNeeds;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** The keys of the rows that a batch must see before it can be folded. */
public final class StateNeeds {
    private final Predicate<UUID> isKnown;
    private final Set<UUID> runs = new HashSet<>();
    private final Set<RunKey> params = new HashSet<>();
    private final Set<RunKey> runTags = new HashSet<>();
    private final Set<LoggedModelId> models = new HashSet<>();
    private final Set<Long> experimentIds = new HashSet<>();
    private final Set<String> experimentNames = new HashSet<>();
    private final Set<ExperimentKey> experimentTags = new HashSet<>();
    private final Set<AnswerKey> answers = new HashSet<>();
    private final RegistryNeeds registry = new RegistryNeeds();

    private StateNeeds(Predicate<UUID> isKnown) {
        this.isKnown = isKnown;
    }

    /** @param isKnown runs whose rows need not be loaded */
    public static StateNeeds of(List<LogEntry> entries, Predicate<UUID> isKnown) {
        StateNeeds needs = new StateNeeds(isKnown);
        entries.forEach(needs::add);
        return needs;
    }

    private void add(LogEntry entry) {
        switch (entry.content()) {
            case OfRun(var runId, var event) -> addRun(entry, runId, event);
            case OfModel(var modelId, var event) -> {
                addAnswer(entry, event);
                models.add(modelId);
            }
            case OfExperiments(var event) -> addExperiments(entry, event);
            case OfRegistry(var event) -> {
                addAnswer(entry, event);
                registry.add(event);
            }
            case UnknownKind unknown -> {}
            case Unreadable unreadable -> {}
        }
    }

    private void addRun(LogEntry entry, UUID runId, TrackingEvent event) {
        addAnswer(entry, event);
        if (!isKnown.test(runId)) {
            runs.add(runId);
        }
        if (event.hasLogParams()) {
            for (Param param : event.getLogParams().getParamsList()) {
                params.add(new RunKey(runId, param.getKey()));
            }
        } else if (event.hasDeleteRunTag()) {
            runTags.add(new RunKey(runId, event.getDeleteRunTag().getKey()));
        } else if (event.hasRecordModelInRun()) {
            runTags.add(new RunKey(runId, Tags.MODEL_HISTORY));
        }
    }

    private void addExperiments(LogEntry entry, TrackingEvent event) {
        addAnswer(entry, event);
        switch (event.getEventCase()) {
            case CREATE_EXPERIMENT ->
                experimentNames.add(event.getCreateExperiment().getName());
            case RENAME_EXPERIMENT -> {
                experimentIds.add(event.getRenameExperiment().getExperimentId());
                experimentNames.add(event.getRenameExperiment().getName());
            }
            case DELETE_EXPERIMENT ->
                experimentIds.add(event.getDeleteExperiment().getExperimentId());
            case RESTORE_EXPERIMENT ->
                experimentIds.add(event.getRestoreExperiment().getExperimentId());
            case SET_EXPERIMENT_TAG ->
                experimentIds.add(event.getSetExperimentTag().getExperimentId());
            case DELETE_EXPERIMENT_TAG -> {
                long id = event.getDeleteExperimentTag().getExperimentId();
                experimentIds.add(id);
                experimentTags.add(
                        new ExperimentKey(id, event.getDeleteExperimentTag().getKey()));
            }
            case ENSURE_DEFAULT_EXPERIMENT -> {
                experimentIds.add(ExperimentEvents.DEFAULT_ID);
                experimentNames.add(ExperimentEvents.DEFAULT_NAME);
            }
            case DESCRIBE_EXPERIMENT ->
                experimentIds.add(event.getDescribeExperiment().getExperimentId());
            default -> throw new ForeignEventException(event);
        }
    }

    private void addAnswer(LogEntry entry, TrackingEvent event) {
        if (event.hasIdempotency()) {
            answers.add(AnswerKey.of(entry, event.getIdempotency()));
        }
    }

    public Set<UUID> runs() {
        return runs;
    }

    public Set<RunKey> params() {
        return params;
    }

    public Set<RunKey> runTags() {
        return runTags;
    }

    public Set<LoggedModelId> models() {
        return models;
    }

    public Set<Long> experimentIds() {
        return experimentIds;
    }

    /** Whose bearers must be known, and with them the greatest id of all. */
    public Set<String> experimentNames() {
        return experimentNames;
    }

    public Set<ExperimentKey> experimentTags() {
        return experimentTags;
    }

    public Set<AnswerKey> answers() {
        return answers;
    }

    public RegistryNeeds registry() {
        return registry;
    }

    public boolean isNothing() {
        return runs.isEmpty()
                && params.isEmpty()
                && runTags.isEmpty()
                && models.isEmpty()
                && experimentIds.isEmpty()
                && experimentNames.isEmpty()
                && experimentTags.isEmpty()
                && answers.isEmpty()
                && registry.isNothing();
    }
}
