package io.runstream.query.projection.fold.model;

import io.runstream.event.v1.LoggedModelCreated;
import io.runstream.event.v1.LoggedModelState;
import io.runstream.event.v1.LoggedModelStatus;
import io.runstream.event.v1.Param;
import io.runstream.event.v1.Tag;
import io.runstream.id.LoggedModelId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A row of the table {@code logged_model}, with all its params and tags: models are few, and change a handful of times.
 * Immutable.
 *
 * @param status number of a {@link LoggedModelStatus}
 * @param updatedAt accepted time of the last change of status or of the deletion; never goes back
 */
public record LoggedModelRow(
        LoggedModelId modelId,
        long experimentId,
        String name,
        String modelType,
        String sourceRunId,
        String artifactUri,
        int status,
        boolean deleted,
        long createdAt,
        long updatedAt,
        Map<String, String> params,
        Map<String, String> tags) {

    public static LoggedModelRow from(LoggedModelId id, LoggedModelCreated event, long acceptedAt) {
        return new LoggedModelRow(
                id,
                event.getExperimentId(),
                event.getName(),
                event.getModelType(),
                event.getSourceRunId(),
                event.getArtifactUri(),
                LoggedModelStatus.LOGGED_MODEL_STATUS_PENDING_VALUE,
                false,
                acceptedAt,
                acceptedAt,
                params(event.getParamsList()),
                tags(event.getTagsList()));
    }

    public LoggedModelRow finalized(int newStatus, long acceptedAt) {
        return updated(newStatus, deleted, acceptedAt);
    }

    public LoggedModelRow deletedAt(long acceptedAt) {
        return updated(status, true, acceptedAt);
    }

    private LoggedModelRow updated(int newStatus, boolean nowDeleted, long acceptedAt) {
        return new LoggedModelRow(
                modelId,
                experimentId,
                name,
                modelType,
                sourceRunId,
                artifactUri,
                newStatus,
                nowDeleted,
                createdAt,
                Math.max(updatedAt, acceptedAt),
                params,
                tags);
    }

    public LoggedModelRow withParams(List<Param> more) {
        Map<String, String> all = new TreeMap<>(params);
        all.putAll(params(more));
        return withLabels(all, tags);
    }

    public LoggedModelRow withTags(List<Tag> more) {
        Map<String, String> all = new TreeMap<>(tags);
        all.putAll(tags(more));
        return withLabels(params, all);
    }

    public LoggedModelRow withoutTag(String key) {
        Map<String, String> rest = new TreeMap<>(tags);
        rest.remove(key);
        return withLabels(params, rest);
    }

    private LoggedModelRow withLabels(Map<String, String> newParams, Map<String, String> newTags) {
        return new LoggedModelRow(
                modelId,
                experimentId,
                name,
                modelType,
                sourceRunId,
                artifactUri,
                status,
                deleted,
                createdAt,
                updatedAt,
                newParams,
                newTags);
    }

    /** Another creation of a model that is there: a repetition, unless what can't change differs. */
    public boolean isSameCreation(LoggedModelCreated event) {
        return experimentId == event.getExperimentId()
                && name.equals(event.getName())
                && modelType.equals(event.getModelType())
                && sourceRunId.equals(event.getSourceRunId())
                && artifactUri.equals(event.getArtifactUri());
    }

    public LoggedModelState toState() {
        LoggedModelState.Builder state = LoggedModelState.newBuilder()
                .setModelId(modelId.toString())
                .setExperimentId(experimentId)
                .setName(name)
                .setModelType(modelType)
                .setSourceRunId(sourceRunId)
                .setArtifactUri(artifactUri)
                .setStatusValue(status)
                .setCreatedAt(createdAt)
                .setUpdatedAt(updatedAt);
        new TreeMap<>(params)
                .forEach((key, value) ->
                        state.addParams(Param.newBuilder().setKey(key).setValue(value)));
        new TreeMap<>(tags)
                .forEach((key, value) ->
                        state.addTags(Tag.newBuilder().setKey(key).setValue(value)));
        return state.build();
    }

    private static Map<String, String> params(List<Param> params) {
        Map<String, String> values = new TreeMap<>();
        params.forEach(param -> values.put(param.getKey(), param.getValue()));
        return values;
    }

    private static Map<String, String> tags(List<Tag> tags) {
        Map<String, String> values = new TreeMap<>();
        tags.forEach(tag -> values.put(tag.getKey(), tag.getValue()));
        return values;
    }
}
