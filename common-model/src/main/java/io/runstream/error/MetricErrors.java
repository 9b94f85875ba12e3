package io.runstream.error;

import static io.runstream.error.ErrorCode.INVALID_PARAMETER_VALUE;

/** What can be wrong with a metric, or with a request for its history. */
public final class MetricErrors {
    private static final String SEE_DOCS = " See the API docs for more information about request parameters.";

    private MetricErrors() {}

    public static ApiException halfDataset() {
        return invalid("Both dataset_name and dataset_digest must be provided if one is provided");
    }

    public static ApiException maxResultsNotPositive(long value) {
        return invalid(
                "Invalid value " + value + " for parameter 'max_results' supplied. It must be a positive integer.");
    }

    public static ApiException maxResultsOutOfRange(int least, int greatest) {
        return invalid("max_results must be between " + least + " and " + greatest + "." + SEE_DOCS);
    }

    public static ApiException bulkWithoutRun() {
        return invalid("GetMetricHistoryBulk request must specify at least one run_id.");
    }

    public static ApiException bulkWithoutKey() {
        return invalid("GetMetricHistoryBulk request must specify a metric_key.");
    }

    public static ApiException bulkWithTooManyRuns(int limit, int count) {
        return invalid("GetMetricHistoryBulk request cannot specify more than " + limit + " run_ids. Received " + count
                + " run_ids.");
    }

    public static ApiException intervalWithTooManyRuns(int limit, int count) {
        return invalid("GetMetricHistoryBulkInterval request must specify at most " + limit + " run_ids. Received "
                + count + " run_ids." + SEE_DOCS);
    }

    public static ApiException halfInterval() {
        return invalid("If either start step or end step are specified, both must be specified.");
    }

    public static ApiException invertedInterval(long start, long end) {
        return invalid(
                "end_step must be greater than start_step. Found start_step=" + start + " and end_step=" + end + ".");
    }

    private static ApiException invalid(String message) {
        return new ApiException(INVALID_PARAMETER_VALUE, message);
    }
}
