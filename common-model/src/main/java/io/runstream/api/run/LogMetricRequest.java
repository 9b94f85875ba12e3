package io.runstream.api.run;

import io.runstream.api.request.Place;
import io.runstream.api.request.RequestFields;

/** {@code runs/log-metric}. */
public record LogMetricRequest(String runId, LoggedMetric metric) {
    public static LogMetricRequest from(RequestFields fields) {
        String runId = fields.runId();
        LoggedMetric metric = LoggedMetric.from(fields);
        metric.check(Place.REQUEST);
        return new LogMetricRequest(runId, metric);
    }
}
