package io.runstream.query.metric;

import io.runstream.api.request.RequestFields;
import io.runstream.error.MetricErrors;
import io.runstream.error.RequestErrors;
import java.util.List;
import java.util.OptionalLong;

/**
 * {@code metrics/get-history-bulk-interval}.
 *
 * @param runIds 1 to 100 words; a run named twice is answered twice
 * @param startStep the least step to look at
 * @param endStep the greatest, not less than {@code startStep}
 * @param maxResults the most points to give of each run; 1 to 2,500
 */
public record IntervalRequest(List<String> runIds, String metricKey, long startStep, long endStep, int maxResults) {
    private static final int MAX_RUNS = 100;
    private static final int MAX_POINTS_PER_RUN = 2_500;

    /** @throws io.runstream.error.ApiException 400 */
    public static IntervalRequest from(RequestFields fields) {
        List<String> runIds = fields.strings("run_ids");
        if (runIds.isEmpty()) {
            throw RequestErrors.missing(fields.path("run_ids"));
        }
        if (runIds.size() > MAX_RUNS) {
            throw MetricErrors.intervalWithTooManyRuns(MAX_RUNS, runIds.size());
        }
        String metricKey = fields.requiredString("metric_key");
        OptionalLong start = fields.optionalInt64("start_step");
        OptionalLong end = fields.optionalInt64("end_step");
        long maxResults = fields.int64("max_results", MAX_POINTS_PER_RUN);
        if (maxResults < 1 || maxResults > MAX_POINTS_PER_RUN) {
            throw MetricErrors.maxResultsOutOfRange(1, MAX_POINTS_PER_RUN);
        }
        requireInterval(start, end);
        return new IntervalRequest(
                runIds, metricKey, start.orElse(Long.MIN_VALUE), end.orElse(Long.MAX_VALUE), (int) maxResults);
    }

    private static void requireInterval(OptionalLong start, OptionalLong end) {
        if (start.isPresent() != end.isPresent()) {
            throw MetricErrors.halfInterval();
        }
        if (start.isPresent() && start.getAsLong() > end.getAsLong()) {
            throw MetricErrors.invertedInterval(start.getAsLong(), end.getAsLong());
        }
    }
}
