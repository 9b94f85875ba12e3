package io.runstream.api.experiment;

import io.runstream.api.request.RequestFields;
import io.runstream.id.ExperimentId;

/** {@code experiments/get}, {@code experiments/delete}, {@code experiments/restore}. */
public record ExperimentIdRequest(ExperimentId experiment) {
    public static ExperimentIdRequest from(RequestFields fields) {
        return new ExperimentIdRequest(ExperimentFields.id(fields));
    }
}
