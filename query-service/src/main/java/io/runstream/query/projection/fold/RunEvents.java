package io.runstream.query.projection.fold;

import io.runstream.api.Tags;
import io.runstream.event.v1.DataLogged;
import io.runstream.event.v1.DeleteRunTag;
import io.runstream.event.v1.InputsLogged;
import io.runstream.event.v1.LogParams;
import io.runstream.event.v1.Metric;
import io.runstream.event.v1.ModelInput;
import io.runstream.event.v1.ModelOutput;
import io.runstream.event.v1.OutputsLogged;
import io.runstream.event.v1.RecordModelInRun;
import io.runstream.event.v1.Reply;
import io.runstream.event.v1.RunCreated;
import io.runstream.event.v1.RunStatus;
import io.runstream.event.v1.Tag;
import io.runstream.event.v1.TrackingEvent;
import io.runstream.event.v1.UpdateRun;
import io.runstream.query.projection.event.ForeignEventException;
import io.runstream.query.projection.fold.Outcome.Applied;
import io.runstream.query.projection.fold.Outcome.DeadLettered;
import io.runstream.query.projection.fold.model.ModelHistory;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the events of one run do. Facts take effect even on a deleted run: they were acknowledged. */
final class RunEvents {
    private static final String RUN_NAME = "mlflow.runName";

    private final WorkingSet state;

    RunEvents(WorkingSet state) {
        this.state = state;
    }

    Outcome apply(UUID runId, TrackingEvent event, long offset) {
        return switch (event.getEventCase()) {
            case RUN_CREATED -> created(runId, event.getRunCreated(), event.getAcceptedAt());
            case DATA_LOGGED -> dataLogged(runId, event.getDataLogged(), offset);
            case INPUTS_LOGGED -> inputsLogged(runId, event.getInputsLogged(), offset);
            case OUTPUTS_LOGGED -> outputsLogged(runId, event.getOutputsLogged());
            case UPDATE_RUN -> update(runId, event.getUpdateRun(), event);
            case DELETE_RUN -> changeLifecycle(runId, event.getDeleteRun().getRunId(), true, event);
            case RESTORE_RUN -> changeLifecycle(runId, event.getRestoreRun().getRunId(), false, event);
            case LOG_PARAMS -> logParams(runId, event.getLogParams(), event, offset);
            case DELETE_RUN_TAG -> deleteTag(runId, event.getDeleteRunTag(), event);
            case RECORD_MODEL_IN_RUN -> recordModel(runId, event.getRecordModelInRun(), event);
            case DESCRIBE_RUN -> describe(runId, event.getDescribeRun().getRunId());
            default -> throw new ForeignEventException(event);
        };
    }

    private Outcome created(UUID runId, RunCreated event, long acceptedAt) {
        RunRow existing = state.runs.get(runId);
        if (existing != null && !existing.isSameCreation(event)) {
            return new DeadLettered("another run has this id");
        }
        if (existing == null) {
            state.runs.put(runId, RunRow.from(runId, event, acceptedAt));
            for (Tag tag : event.getTagsList()) {
                state.runTags.put(new RunKey(runId, tag.getKey()), tag.getValue());
            }
        }
        return new Applied(Reply.newBuilder().setRunCreated(event).build());
    }

    private Outcome dataLogged(UUID runId, DataLogged event, long offset) {
        RunRow run = state.runs.get(runId);
        if (run == null) {
            return unknownRun();
        }
        addMetrics(runId, event.getMetricsList(), offset);
        setTags(run, event.getTagsList());
        return Applied.DONE;
    }

    private void addMetrics(UUID runId, List<Metric> metrics, long offset) {
        state.series.add(runId, metrics, offset);
        state.modelMetrics.add(runId, metrics);
    }

    private void setTags(RunRow run, List<Tag> tags) {
        for (Tag tag : tags) {
            if (tag.getKey().equals(RUN_NAME)) {
                rename(run.runId(), tag.getValue());
            } else {
                state.runTags.put(new RunKey(run.runId(), tag.getKey()), tag.getValue());
            }
        }
    }

    /** A run keeps its name when told an empty one. */
    private void rename(UUID runId, String name) {
        RunRow run = state.runs.get(runId);
        if (run != null && !name.isEmpty()) {
            state.runs.put(runId, run.renamed(name));
            state.runTags.put(new RunKey(runId, RUN_NAME), name);
        }
    }

    private Outcome inputsLogged(UUID runId, InputsLogged event, long offset) {
        if (state.runs.get(runId) == null) {
            return unknownRun();
        }
        for (int i = 0; i < event.getDatasetsCount(); i++) {
            state.datasets.add(DatasetLink.from(runId, event.getDatasets(i), offset, i));
        }
        for (ModelInput model : event.getModelsList()) {
            state.modelInputs.add(new ModelInputRow(runId, model.getModelId()));
        }
        return Applied.DONE;
    }

    private Outcome outputsLogged(UUID runId, OutputsLogged event) {
        if (state.runs.get(runId) == null) {
            return unknownRun();
        }
        for (ModelOutput model : event.getModelsList()) {
            state.modelOutputs.add(new ModelOutputRow(runId, model.getModelId(), model.getStep()));
        }
        return Applied.DONE;
    }

    private Outcome update(UUID runId, UpdateRun command, TrackingEvent event) {
        RunRow run = state.runs.get(runId);
        if (run == null) {
            return Rejections.runNotFound(command.getRunId());
        }
        if (isDeleted(run, event)) {
            return Rejections.runNotActive(command.getRunId());
        }
        if (command.getStatus() == RunStatus.UNRECOGNIZED) {
            return new DeadLettered("a run status that this version does not know");
        }
        if (command.getStatus() != RunStatus.RUN_STATUS_UNSPECIFIED) {
            run = run.withStatus(command.getStatusValue());
        }
        if (command.hasEndTime()) {
            run = run.withEndTime(command.getEndTime() == 0 ? null : command.getEndTime());
        }
        state.runs.put(runId, run);
        rename(runId, command.getName());
        return describe(runId, command.getRunId());
    }

    private Outcome changeLifecycle(UUID runId, String id, boolean deleted, TrackingEvent event) {
        RunRow run = state.runs.get(runId);
        if (run == null) {
            return Rejections.runNotFound(id);
        }
        state.runs.put(runId, run.withLifecycle(deleted, event.getAcceptedAt()));
        return describe(runId, id);
    }

    private Outcome logParams(UUID runId, LogParams command, TrackingEvent event, long offset) {
        RunRow run = state.runs.get(runId);
        if (run == null) {
            return Rejections.runNotFound(command.getRunId());
        }
        if (isDeleted(run, event)) {
            return Rejections.runNotActive(command.getRunId());
        }
        ParamComparison params =
                ParamComparison.of(command.getParamsList(), key -> state.params.get(new RunKey(runId, key)));
        if (!params.changes().isEmpty()) {
            return Rejections.paramsChanged(command.getRunId(), params.changes());
        }
        params.fresh().forEach((key, value) -> state.params.put(new RunKey(runId, key), value));
        addMetrics(runId, command.getMetricsList(), offset);
        setTags(run, command.getTagsList());
        return Applied.DONE;
    }

    private Outcome deleteTag(UUID runId, DeleteRunTag command, TrackingEvent event) {
        RunRow run = state.runs.get(runId);
        if (run == null) {
            return Rejections.runNotFound(command.getRunId());
        }
        if (isDeleted(run, event)) {
            return Rejections.runNotActive(command.getRunId());
        }
        RunKey tag = new RunKey(runId, command.getKey());
        if (state.runTags.get(tag) == null) {
            return Rejections.runTagNotFound(command.getRunId(), command.getKey());
        }
        state.runTags.remove(tag);
        return Applied.DONE;
    }

    private Outcome recordModel(UUID runId, RecordModelInRun command, TrackingEvent event) {
        RunRow run = state.runs.get(runId);
        if (run == null) {
            return Rejections.runNotFound(command.getRunId());
        }
        if (isDeleted(run, event)) {
            return Rejections.runNotActive(command.getRunId());
        }
        RunKey tag = new RunKey(runId, Tags.MODEL_HISTORY);
        Optional<String> history = ModelHistory.add(state.runTags.get(tag), command.getModelJson());
        if (history.isEmpty()) {
            return Rejections.modelHistoryUnreadable(command.getRunId());
        }
        state.runTags.put(tag, history.get());
        return Applied.DONE;
    }

    private Outcome describe(UUID runId, String id) {
        RunRow run = state.runs.get(runId);
        return run == null ? Rejections.runNotFound(id) : Applied.with(run.toState());
    }

    private static boolean isDeleted(RunRow run, TrackingEvent event) {
        return event.hasExperiment() ? run.isDeleted(event.getExperiment()) : run.deleted();
    }

    private static Outcome unknownRun() {
        return new DeadLettered("no such run was created before");
    }
}
