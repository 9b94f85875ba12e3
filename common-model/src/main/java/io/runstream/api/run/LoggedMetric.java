package io.runstream.api.run;

import io.runstream.api.request.Place;
import io.runstream.api.request.RequestFields;
import io.runstream.error.MetricErrors;
import io.runstream.error.RequestErrors;
import io.runstream.limit.Keys;
import io.runstream.limit.Limits;

/**
 * A point as a client logs it.
 *
 * @param value never infinite: MLflow stores infinities as the greatest finite double
 * @param timestamp milliseconds since the epoch, not negative
 * @param modelId empty if the client named none
 * @param datasetName empty if the client named none, then as the digest
 */
public record LoggedMetric(
        String key, double value, long timestamp, long step, String modelId, String datasetName, String datasetDigest) {

    /** @throws io.runstream.error.ApiException 400 if only half of a dataset is named */
    public LoggedMetric {
        if (datasetName.isEmpty() != datasetDigest.isEmpty()) {
            throw MetricErrors.halfDataset();
        }
    }

    static LoggedMetric from(RequestFields fields) {
        return new LoggedMetric(
                fields.requiredString("key"),
                finite(fields.requiredDouble("value")),
                fields.requiredInt64("timestamp"),
                fields.int64("step", 0),
                fields.string("model_id", ""),
                fields.string("dataset_name", ""),
                fields.string("dataset_digest", ""));
    }

    void check(Place place) {
        Keys.check(key, place.field("name"), "Metric name");
        if (timestamp < 0) {
            throw RequestErrors.negativeTimestamp(place.field("timestamp").toString(), timestamp, key, value);
        }
        if (Limits.exceeds(datasetName, Limits.DATASET_NAME_LENGTH)) {
            throw RequestErrors.tooLong(place.field("dataset_name").toString(), Limits.DATASET_NAME_LENGTH);
        }
        if (Limits.exceeds(datasetDigest, Limits.DATASET_DIGEST_LENGTH)) {
            throw RequestErrors.tooLong(place.field("dataset_digest").toString(), Limits.DATASET_DIGEST_LENGTH);
        }
    }

    private static double finite(double value) {
        return Double.isInfinite(value) ? Math.copySign(Double.MAX_VALUE, value) : value;
    }
}
