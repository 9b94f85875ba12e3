package io.runstream.api.experiment;

import io.runstream.api.request.RequestFields;
import io.runstream.id.ExperimentId;

/** {@code experiments/update}: a new name. */
public record UpdateExperimentRequest(ExperimentId experiment, String newName) {
    public static UpdateExperimentRequest from(RequestFields fields) {
        return new UpdateExperimentRequest(ExperimentFields.id(fields), ExperimentFields.name(fields, "new_name"));
    }
}
