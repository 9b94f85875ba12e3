package io.runstream.ingest.model;

import io.runstream.api.KeyValue;
import io.runstream.api.model.LoggedModel;
import io.runstream.api.model.LoggedModelData;
import io.runstream.api.model.LoggedModelInfo;
import io.runstream.api.model.LoggedModelStatus;
import io.runstream.event.v1.LoggedModelCreated;
import io.runstream.event.v1.LoggedModelState;
import io.runstream.event.v1.Param;
import io.runstream.event.v1.Tag;
import java.util.Comparator;
import java.util.List;

/** Answers about logged models, from what is in the log. */
final class LoggedModels {
    private LoggedModels() {}

    /** A model that has just been created. */
    static LoggedModel created(LoggedModelCreated model, long acceptedAt) {
        LoggedModelInfo info = new LoggedModelInfo(
                model.getModelId(),
                Long.toString(model.getExperimentId()),
                model.getName(),
                acceptedAt,
                acceptedAt,
                model.getArtifactUri(),
                LoggedModelStatus.PENDING,
                model.getModelType(),
                model.getSourceRunId(),
                tags(model.getTagsList()));
        return new LoggedModel(info, new LoggedModelData(params(model.getParamsList()), List.of()));
    }

    static LoggedModel from(LoggedModelState state) {
        LoggedModelInfo info = new LoggedModelInfo(
                state.getModelId(),
                Long.toString(state.getExperimentId()),
                state.getName(),
                state.getCreatedAt(),
                state.getUpdatedAt(),
                state.getArtifactUri(),
                LoggedModelStatus.of(state.getStatusValue()),
                state.getModelType(),
                state.getSourceRunId(),
                tags(state.getTagsList()));
        return new LoggedModel(info, new LoggedModelData(params(state.getParamsList()), List.of()));
    }

    private static List<KeyValue> params(List<Param> params) {
        return params.stream()
                .map(param -> new KeyValue(param.getKey(), param.getValue()))
                .sorted(Comparator.comparing(KeyValue::key))
                .toList();
    }

    private static List<KeyValue> tags(List<Tag> tags) {
        return tags.stream()
                .map(tag -> new KeyValue(tag.getKey(), tag.getValue()))
                .sorted(Comparator.comparing(KeyValue::key))
                .toList();
    }
}
