package io.runstream.query.projection.fold;

import io.runstream.event.v1.DeleteLoggedModelTag;
import io.runstream.event.v1.FinalizeLoggedModel;
import io.runstream.event.v1.LogLoggedModelParams;
import io.runstream.event.v1.LoggedModelCreated;
import io.runstream.event.v1.LoggedModelStatus;
import io.runstream.event.v1.ModelVersionRegistered;
import io.runstream.event.v1.ParamChange;
import io.runstream.event.v1.Tag;
import io.runstream.event.v1.TrackingEvent;
import io.runstream.id.LoggedModelId;
import io.runstream.query.projection.event.ForeignEventException;
import io.runstream.query.projection.fold.Outcome.Applied;
import io.runstream.query.projection.fold.Outcome.DeadLettered;
import io.runstream.query.projection.fold.model.LoggedModelRow;
import io.runstream.query.projection.fold.model.ModelVersionsTag;
import java.util.List;
import java.util.function.Function;

/** What the events of one logged model do. A deleted one takes them all, as in MLflow. */
final class LoggedModelEvents {
    private final WorkingSet state;

    LoggedModelEvents(WorkingSet state) {
        this.state = state;
    }

    Outcome apply(LoggedModelId id, TrackingEvent event) {
        long at = event.getAcceptedAt();
        return switch (event.getEventCase()) {
            case LOGGED_MODEL_CREATED -> created(id, event.getLoggedModelCreated(), at);
            case LOGGED_MODEL_TAGS_SET ->
                fact(id, model -> model.withTags(event.getLoggedModelTagsSet().getTagsList()));
            case LOGGED_MODEL_DELETED -> fact(id, model -> model.deletedAt(at));
            case FINALIZE_LOGGED_MODEL -> finalizeModel(id, event.getFinalizeLoggedModel(), at);
            case LOG_LOGGED_MODEL_PARAMS -> logParams(id, event.getLogLoggedModelParams());
            case DELETE_LOGGED_MODEL_TAG -> deleteTag(id, event.getDeleteLoggedModelTag());
            case MODEL_VERSION_REGISTERED -> versionRegistered(id, event.getModelVersionRegistered());
            case DESCRIBE_LOGGED_MODEL -> describe(id);
            default -> throw new ForeignEventException(event);
        };
    }

    private Outcome created(LoggedModelId id, LoggedModelCreated event, long acceptedAt) {
        LoggedModelRow existing = state.models.get(id);
        if (existing == null) {
            return store(LoggedModelRow.from(id, event, acceptedAt));
        }
        return existing.isSameCreation(event)
                ? Applied.with(existing.toState())
                : new DeadLettered("another logged model has this id");
    }

    private Outcome fact(LoggedModelId id, Function<LoggedModelRow, LoggedModelRow> change) {
        LoggedModelRow model = state.models.get(id);
        if (model == null) {
            return new DeadLettered("no such logged model was created before");
        }
        state.models.put(id, change.apply(model));
        return Applied.DONE;
    }

    private Outcome versionRegistered(LoggedModelId id, ModelVersionRegistered event) {
        return fact(id, model -> {
            String versions =
                    ModelVersionsTag.add(model.tags().get(ModelVersionsTag.KEY), event.getName(), event.getVersion());
            Tag tag = Tag.newBuilder()
                    .setKey(ModelVersionsTag.KEY)
                    .setValue(versions)
                    .build();
            return model.withTags(List.of(tag));
        });
    }

    private Outcome describe(LoggedModelId id) {
        LoggedModelRow model = state.models.get(id);
        return model == null ? Rejections.modelNotFound(id.toString()) : Applied.with(model.toState());
    }

    private Outcome finalizeModel(LoggedModelId id, FinalizeLoggedModel command, long acceptedAt) {
        LoggedModelRow model = state.models.get(id);
        if (model == null) {
            return Rejections.modelNotFound(command.getModelId());
        }
        return command.getStatus() == LoggedModelStatus.UNRECOGNIZED
                ? new DeadLettered("a logged model's status that this version does not know")
                : store(model.finalized(command.getStatusValue(), acceptedAt));
    }

    private Outcome logParams(LoggedModelId id, LogLoggedModelParams command) {
        LoggedModelRow model = state.models.get(id);
        if (model == null) {
            return Rejections.modelNotFound(command.getModelId());
        }
        List<ParamChange> changes =
                ParamComparison.of(command.getParamsList(), model.params()::get).changes();
        if (!changes.isEmpty()) {
            return Rejections.modelParamsChanged(command.getModelId(), changes);
        }
        state.models.put(id, model.withParams(command.getParamsList()));
        return Applied.DONE;
    }

    private Outcome deleteTag(LoggedModelId id, DeleteLoggedModelTag command) {
        LoggedModelRow model = state.models.get(id);
        if (model == null) {
            return Rejections.modelNotFound(command.getModelId());
        }
        if (!model.tags().containsKey(command.getKey())) {
            return Rejections.modelTagNotFound(command.getModelId(), command.getKey());
        }
        state.models.put(id, model.withoutTag(command.getKey()));
        return Applied.DONE;
    }

    private Outcome store(LoggedModelRow model) {
        state.models.put(model.modelId(), model);
        return Applied.with(model.toState());
    }
}
