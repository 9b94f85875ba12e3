package io.runstream.ingest.admission;

import io.runstream.event.v1.Created;
import io.runstream.event.v1.LoggedModelState;
import io.runstream.id.ExperimentId;
import io.runstream.id.LoggedModelId;

/** What admission needs to know of a logged model; none of it ever changes. */
record KnownModel(LoggedModelId id, ExperimentId experiment) {
    static KnownModel from(LoggedModelState state) {
        return new KnownModel(LoggedModelId.parse(state.getModelId()), new ExperimentId(state.getExperimentId()));
    }

    static KnownModel from(Created model) {
        return new KnownModel(LoggedModelId.parse(model.getLoggedModelId()), new ExperimentId(model.getExperimentId()));
    }
}
