package io.runstream.api.experiment;

import io.runstream.api.request.RequestFields;
import io.runstream.id.ExperimentId;

/** {@code experiments/delete-experiment-tag}. Any key may be asked for: one that is not there gets 404. */
public record DeleteExperimentTagRequest(ExperimentId experiment, String key) {
    public static DeleteExperimentTagRequest from(RequestFields fields) {
        return new DeleteExperimentTagRequest(ExperimentFields.id(fields), fields.requiredString("key"));
    }
}
