package io.runstream.api.experiment;

import io.runstream.api.KeyValue;
import io.runstream.api.request.RequestFields;
import io.runstream.id.ExperimentId;

/** {@code experiments/set-experiment-tag}. */
public record SetExperimentTagRequest(ExperimentId experiment, KeyValue tag) {
    public static SetExperimentTagRequest from(RequestFields fields) {
        return new SetExperimentTagRequest(
                ExperimentFields.id(fields),
                ExperimentFields.tag(fields.requiredString("key"), fields.string("value", "")));
    }
}
