package io.runstream.api.run;

import io.runstream.api.KeyValue;
import io.runstream.api.request.Place;
import io.runstream.api.request.RequestFields;

/** {@code runs/log-parameter}. */
public record LogParamRequest(String runId, KeyValue param) {
    public static LogParamRequest from(RequestFields fields) {
        String runId = fields.runId();
        KeyValue param = LoggedPairs.param(fields);
        LoggedPairs.checkParam(param, Place.REQUEST);
        return new LogParamRequest(runId, param);
    }
}
