package io.runstream.query.projection.fold;

import io.runstream.event.v1.CreateExperiment;
import io.runstream.event.v1.DeleteExperimentTag;
import io.runstream.event.v1.EnsureDefaultExperiment;
import io.runstream.event.v1.RenameExperiment;
import io.runstream.event.v1.SetExperimentTag;
import io.runstream.event.v1.Tag;
import io.runstream.event.v1.TrackingEvent;
import io.runstream.query.projection.event.ForeignEventException;
import io.runstream.query.projection.fold.Outcome.Applied;

/** What the events under the key of all experiments do, and what MLflow refuses. */
final class ExperimentEvents {
    static final long DEFAULT_ID = 0;
    static final String DEFAULT_NAME = "Default";

    private final WorkingSet state;

    ExperimentEvents(WorkingSet state) {
        this.state = state;
    }

    Outcome apply(TrackingEvent event) {
        long at = event.getAcceptedAt();
        return switch (event.getEventCase()) {
            case CREATE_EXPERIMENT -> create(event.getCreateExperiment(), at);
            case RENAME_EXPERIMENT -> rename(event.getRenameExperiment(), at);
            case DELETE_EXPERIMENT -> delete(event.getDeleteExperiment().getExperimentId(), at);
            case RESTORE_EXPERIMENT -> restore(event.getRestoreExperiment().getExperimentId(), at);
            case SET_EXPERIMENT_TAG -> setTag(event.getSetExperimentTag());
            case DELETE_EXPERIMENT_TAG -> deleteTag(event.getDeleteExperimentTag());
            case ENSURE_DEFAULT_EXPERIMENT -> ensureDefault(event.getEnsureDefaultExperiment(), at);
            case DESCRIBE_EXPERIMENT -> describe(event.getDescribeExperiment().getExperimentId());
            default -> throw new ForeignEventException(event);
        };
    }

    private Outcome create(CreateExperiment command, long acceptedAt) {
        if (state.experiments.isTaken(command.getName())) {
            return Rejections.experimentNameTaken(command.getName());
        }
        long id = state.experiments.nextId();
        String location = command.getArtifactLocation().isEmpty()
                ? locationUnder(command.getDefaultArtifactRoot(), id)
                : command.getArtifactLocation();
        for (Tag tag : command.getTagsList()) {
            state.experimentTags.put(new ExperimentKey(id, tag.getKey()), tag.getValue());
        }
        return store(ExperimentRow.created(id, command.getName(), location, acceptedAt));
    }

    private Outcome ensureDefault(EnsureDefaultExperiment command, long acceptedAt) {
        ExperimentRow existing = state.experiments.get(DEFAULT_ID);
        if (existing != null) {
            return store(existing.createdNoLaterThan(acceptedAt));
        }
        if (state.experiments.isTaken(DEFAULT_NAME)) {
            return Rejections.experimentNameTaken(DEFAULT_NAME);
        }
        String location = locationUnder(command.getDefaultArtifactRoot(), DEFAULT_ID);
        return store(ExperimentRow.created(DEFAULT_ID, DEFAULT_NAME, location, acceptedAt));
    }

    private static String locationUnder(String root, long id) {
        return root.endsWith("/") ? root + id : root + "/" + id;
    }

    private Outcome rename(RenameExperiment command, long acceptedAt) {
        ExperimentRow row = state.experiments.get(command.getExperimentId());
        if (row == null) {
            return Rejections.experimentNotFound(command.getExperimentId());
        }
        if (row.deleted()) {
            return Rejections.experimentNotActive(command.getExperimentId());
        }
        if (!row.name().equals(command.getName()) && state.experiments.isTaken(command.getName())) {
            return Rejections.experimentNameTaken(command.getName());
        }
        return store(row.renamed(command.getName(), acceptedAt));
    }

    /** MLflow does not find an experiment to delete among the deleted ones. */
    private Outcome delete(long id, long acceptedAt) {
        ExperimentRow row = state.experiments.get(id);
        return row == null || row.deleted()
                ? Rejections.experimentNotFound(id)
                : store(row.withLifecycle(true, acceptedAt));
    }

    private Outcome restore(long id, long acceptedAt) {
        ExperimentRow row = state.experiments.get(id);
        if (row == null) {
            return Rejections.experimentNotFound(id);
        }
        return row.deleted() ? store(row.withLifecycle(false, acceptedAt)) : Rejections.experimentNotDeleted(id);
    }

    private Outcome setTag(SetExperimentTag command) {
        ExperimentRow row = state.experiments.get(command.getExperimentId());
        if (row == null) {
            return Rejections.experimentNotFound(command.getExperimentId());
        }
        if (row.deleted()) {
            return Rejections.experimentNotActive(command.getExperimentId());
        }
        state.experimentTags.put(new ExperimentKey(row.experimentId(), command.getKey()), command.getValue());
        return Applied.DONE;
    }

    private Outcome deleteTag(DeleteExperimentTag command) {
        ExperimentRow row = state.experiments.get(command.getExperimentId());
        if (row == null) {
            return Rejections.experimentNotFound(command.getExperimentId());
        }
        if (row.deleted()) {
            return Rejections.experimentNotActive(command.getExperimentId());
        }
        ExperimentKey tag = new ExperimentKey(row.experimentId(), command.getKey());
        if (state.experimentTags.get(tag) == null) {
            return Rejections.experimentTagNotFound(row.experimentId(), command.getKey());
        }
        state.experimentTags.remove(tag);
        return Applied.DONE;
    }

    private Outcome describe(long id) {
        ExperimentRow row = state.experiments.get(id);
        return row == null ? Rejections.experimentNotFound(id) : Applied.with(row.toState());
    }

    private Outcome store(ExperimentRow row) {
        state.experiments.put(row);
        return Applied.with(row.toState());
    }
}
