package io.runstream.query.projection.fold.registry;

import io.runstream.api.registry.ModelStage;
import io.runstream.event.v1.CreateRegisteredModel;
import io.runstream.event.v1.RenameRegisteredModel;
import io.runstream.event.v1.SetRegisteredModelAlias;
import io.runstream.event.v1.Tag;
import io.runstream.event.v1.TrackingEvent;
import io.runstream.event.v1.TransitionModelVersionStage;
import io.runstream.event.v1.UpdateModelVersion;
import io.runstream.event.v1.UpdateRegisteredModel;
import io.runstream.query.projection.event.ForeignEventException;
import io.runstream.query.projection.fold.registry.RegistryVerdict.Granted;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What the events under the key of the model registry do, and what MLflow refuses. */
public final class RegistryEvents {
    private final RegistryState state;
    private final VersionCreation creation;

    public RegistryEvents(RegistryState state) {
        this.state = state;
        this.creation = new VersionCreation(state);
    }

    /** @param offset of the event */
    public RegistryVerdict apply(TrackingEvent event, long offset) {
        long at = event.getAcceptedAt();
        return switch (event.getEventCase()) {
            case CREATE_REGISTERED_MODEL -> create(event.getCreateRegisteredModel(), offset, at);
            case RENAME_REGISTERED_MODEL -> rename(event.getRenameRegisteredModel(), at);
            case UPDATE_REGISTERED_MODEL -> update(event.getUpdateRegisteredModel(), at);
            case DELETE_REGISTERED_MODEL ->
                deleteModel(event.getDeleteRegisteredModel().getName());
            case SET_REGISTERED_MODEL_TAG -> {
                var command = event.getSetRegisteredModelTag();
                yield setModelTag(command.getName(), command.getTag());
            }
            case DELETE_REGISTERED_MODEL_TAG -> {
                var command = event.getDeleteRegisteredModelTag();
                yield deleteModelTag(command.getName(), command.getKey());
            }
            case SET_REGISTERED_MODEL_ALIAS -> setAlias(event.getSetRegisteredModelAlias());
            case DELETE_REGISTERED_MODEL_ALIAS -> {
                var command = event.getDeleteRegisteredModelAlias();
                yield deleteAlias(command.getName(), command.getAlias());
            }
            case CREATE_MODEL_VERSION -> creation.create(event.getCreateModelVersion(), at);
            case UPDATE_MODEL_VERSION -> update(event.getUpdateModelVersion(), at);
            case TRANSITION_MODEL_VERSION_STAGE -> transition(event.getTransitionModelVersionStage(), at);
            case DELETE_MODEL_VERSION -> {
                var command = event.getDeleteModelVersion();
                yield deleteVersion(command.getName(), command.getVersion(), at);
            }
            case SET_MODEL_VERSION_TAG -> {
                var command = event.getSetModelVersionTag();
                yield setVersionTag(command.getName(), command.getVersion(), command.getTag());
            }
            case DELETE_MODEL_VERSION_TAG -> {
                var command = event.getDeleteModelVersionTag();
                yield deleteVersionTag(command.getName(), command.getVersion(), command.getKey());
            }
            default -> throw new ForeignEventException(event);
        };
    }

    private RegistryVerdict create(CreateRegisteredModel command, long offset, long at) {
        RegisteredModelRow taken = state.model(command.getName());
        if (taken != null) {
            return RegistryRejections.nameTaken(taken);
        }
        return putAndTell(RegisteredModelRow.created(offset, command, at));
    }

    private RegistryVerdict rename(RenameRegisteredModel command, long at) {
        return withModel(command.getName(), model -> {
            RegisteredModelRow taken = state.model(command.getNewName());
            if (taken != null && taken.registration() != model.registration()) {
                return RegistryRejections.nameTaken(taken);
            }
            state.touchVersions(model, at);
            return putAndTell(model.renamed(command.getNewName(), at));
        });
    }

    private RegistryVerdict update(UpdateRegisteredModel command, long at) {
        return withModel(command.getName(), model -> putAndTell(model.described(command.getDescription(), at)));
    }

    private RegistryVerdict deleteModel(String name) {
        return withModel(name, model -> {
            state.remove(model);
            return Granted.deleted(model);
        });
    }

    private RegistryVerdict setModelTag(String name, Tag tag) {
        return withModel(name, model -> put(model.withTags(tags -> tags.put(tag.getKey(), tag.getValue()))));
    }

    private RegistryVerdict deleteModelTag(String name, String key) {
        return withModel(name, model -> put(model.withTags(tags -> tags.remove(key))));
    }

    private RegistryVerdict setAlias(SetRegisteredModelAlias command) {
        return withVersion(
                command.getName(),
                command.getVersion(),
                (model, version) ->
                        put(model.withAliases(aliases -> aliases.put(command.getAlias(), command.getVersion()))));
    }

    private RegistryVerdict deleteAlias(String name, String alias) {
        return withModel(name, model -> put(model.withAliases(aliases -> aliases.remove(alias))));
    }

    private RegistryVerdict update(UpdateModelVersion command, long at) {
        String description = command.hasDescription() ? command.getDescription() : null;
        return withVersion(
                command.getName(),
                command.getVersion(),
                (model, version) -> putAndTell(model, version.described(description, at)));
    }

    private RegistryVerdict transition(TransitionModelVersionStage command, long at) {
        return withVersion(command.getName(), command.getVersion(), (model, version) -> {
            ModelStage stage = ModelStage.of(command.getStageValue());
            if (command.getArchiveExisting() && stage.isActive()) {
                state.archiveOthers(version, model, stage, at);
            }
            RegisteredModelRow touched = model.touched(at);
            state.put(touched);
            return putAndTell(touched, version.in(stage, at));
        });
    }

    private RegistryVerdict deleteVersion(String name, int number, long at) {
        return withVersion(name, number, (model, version) -> {
            state.remove(version);
            return put(model.touched(at).withAliases(aliases -> aliases.values().removeIf(named -> named == number)));
        });
    }

    private RegistryVerdict setVersionTag(String name, int number, Tag tag) {
        return withVersion(
                name,
                number,
                (model, version) -> put(version.withTags(tags -> tags.put(tag.getKey(), tag.getValue()))));
    }

    private RegistryVerdict deleteVersionTag(String name, int number, String key) {
        return withVersion(name, number, (model, version) -> put(version.withTags(tags -> tags.remove(key))));
    }

    private RegistryVerdict withModel(String name, Function<RegisteredModelRow, RegistryVerdict> effect) {
        RegisteredModelRow model = state.model(name);
        return model == null ? RegistryRejections.modelNotFound(name) : effect.apply(model);
    }

    /** MLflow does not ask for the model first: without it, it is the version that is not found. */
    private RegistryVerdict withVersion(
            String name, int number, BiFunction<RegisteredModelRow, ModelVersionRow, RegistryVerdict> effect) {
        RegisteredModelRow model = state.model(name);
        ModelVersionRow version = model == null ? null : state.version(model, number);
        return model == null || version == null
                ? RegistryRejections.versionNotFound(name, number)
                : effect.apply(model, version);
    }

    private RegistryVerdict put(RegisteredModelRow model) {
        state.put(model);
        return Granted.DONE;
    }

    private RegistryVerdict put(ModelVersionRow version) {
        state.put(version);
        return Granted.DONE;
    }

    private RegistryVerdict putAndTell(RegisteredModelRow model) {
        state.put(model);
        return RegistryReplies.of(model, state.latestVersions(model));
    }

    private RegistryVerdict putAndTell(RegisteredModelRow model, ModelVersionRow version) {
        state.put(version);
        return RegistryReplies.of(model, version);
    }
}
