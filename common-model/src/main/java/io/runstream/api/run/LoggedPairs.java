package io.runstream.api.run;

import io.runstream.api.KeyValue;
import io.runstream.api.request.Place;
import io.runstream.api.request.RequestFields;
import io.runstream.limit.Keys;
import io.runstream.limit.Limits;

/** Params and tags of a run as clients log them: MLflow cuts a long value instead of refusing it. */
final class LoggedPairs {
    private LoggedPairs() {}

    static KeyValue param(RequestFields fields) {
        return pair(fields, Limits.PARAM_VALUE_LENGTH);
    }

    static KeyValue tag(RequestFields fields) {
        return pair(fields, Limits.RUN_TAG_VALUE_LENGTH);
    }

    private static KeyValue pair(RequestFields fields, int valueLimit) {
        return new KeyValue(fields.requiredString("key"), Limits.cut(fields.string("value", ""), valueLimit));
    }

    static void checkParam(KeyValue param, Place place) {
        Keys.check(param.key(), place.field("key"), "Param key");
    }

    static void checkTag(KeyValue tag, Place place) {
        Keys.check(tag.key(), place.field("key"));
    }
}
