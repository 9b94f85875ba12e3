package io.runstream.api.run;

import io.runstream.api.KeyValue;
import io.runstream.api.request.Place;
import io.runstream.api.request.RequestFields;

/** {@code runs/set-tag}. */
public record SetTagRequest(String runId, KeyValue tag) {
    public static SetTagRequest from(RequestFields fields) {
        String runId = fields.runId();
        KeyValue tag = LoggedPairs.tag(fields);
        LoggedPairs.checkTag(tag, Place.REQUEST);
        return new SetTagRequest(runId, tag);
    }
}
