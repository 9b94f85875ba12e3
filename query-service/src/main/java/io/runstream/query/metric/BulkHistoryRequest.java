package io.runstream.query.metric;

import io.runstream.api.request.RequestFields;
import io.runstream.error.MetricErrors;
import java.util.List;

/**
 * {@code metrics/get-history-bulk}.
 *
 * @param runIds 1 to 100 words, with whatever repetitions the caller sent
 * @param maxResults the most points to give, of all runs together; 0 to 25,000
 */
record BulkHistoryRequest(List<String> runIds, String metricKey, long maxResults) {
    private static final int MAX_RUNS = 100;
    private static final long MAX_POINTS = 25_000;

    /** @throws io.runstream.error.ApiException 400 */
    static BulkHistoryRequest from(RequestFields fields) {
        List<String> runIds = fields.strings("run_id");
        if (runIds.isEmpty()) {
            throw MetricErrors.bulkWithoutRun();
        }
        if (runIds.size() > MAX_RUNS) {
            throw MetricErrors.bulkWithTooManyRuns(MAX_RUNS, runIds.size());
        }
        String metricKey = fields.optionalString("metric_key");
        if (metricKey == null) {
            throw MetricErrors.bulkWithoutKey();
        }
        long maxResults = fields.int64("max_results", MAX_POINTS);
        if (maxResults < 0) {
            throw MetricErrors.maxResultsNotPositive(maxResults);
        }
        return new BulkHistoryRequest(runIds, metricKey, Math.min(maxResults, MAX_POINTS));
    }
}
