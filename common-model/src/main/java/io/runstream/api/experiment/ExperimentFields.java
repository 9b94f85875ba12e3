package io.runstream.api.experiment;

import io.runstream.api.KeyValue;
import io.runstream.api.request.Place;
import io.runstream.api.request.RequestFields;
import io.runstream.error.RequestErrors;
import io.runstream.id.ExperimentId;
import io.runstream.limit.Keys;
import io.runstream.limit.Limits;

/** What several requests about experiments have in common. */
final class ExperimentFields {
    private ExperimentFields() {}

    static ExperimentId id(RequestFields fields) {
        return ExperimentId.parse(fields.requiredString("experiment_id"));
    }

    static String name(RequestFields fields, String field) {
        String name = fields.requiredString(field);
        if (Limits.exceeds(name, Limits.EXPERIMENT_NAME_LENGTH)) {
            throw RequestErrors.tooLong("name", Limits.EXPERIMENT_NAME_LENGTH);
        }
        return name;
    }

    /** Long values are refused here, not cut as those of runs. */
    static KeyValue tag(String key, String value) {
        Keys.check(key, Place.REQUEST.field("key"));
        if (Limits.exceeds(value, Limits.EXPERIMENT_TAG_VALUE_LENGTH)) {
            throw RequestErrors.tooLong("value", Limits.EXPERIMENT_TAG_VALUE_LENGTH);
        }
        return new KeyValue(key, value);
    }
}
