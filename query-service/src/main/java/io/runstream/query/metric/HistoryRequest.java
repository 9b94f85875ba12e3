package io.runstream.query.metric;

import io.runstream.api.request.RequestFields;
import io.runstream.error.MetricErrors;
import io.runstream.query.metric.series.Position;
import java.util.OptionalLong;

/**
 * {@code metrics/get-history}.
 *
 * @param runId any word; there need not be such a run
 * @param maxResults the most points to give before a page token; at least 1. Absent: all of them
 */
record HistoryRequest(String runId, String metricKey, OptionalLong maxResults, Position after) {

    /** @throws io.runstream.error.ApiException 400 */
    static HistoryRequest from(RequestFields fields) {
        String runId = fields.runId();
        String metricKey = fields.requiredString("metric_key");
        String token = fields.string("page_token", "");
        OptionalLong maxResults = fields.optionalInt64("max_results");
        maxResults.ifPresent(HistoryRequest::requirePositive);
        return new HistoryRequest(
                runId, metricKey, maxResults, token.isEmpty() ? Position.START : PageToken.decode(token));
    }

    private static void requirePositive(long maxResults) {
        if (maxResults <= 0) {
            throw MetricErrors.maxResultsNotPositive(maxResults);
        }
    }
}
