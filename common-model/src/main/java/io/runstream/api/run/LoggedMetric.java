package io.runstream.api.run;

import io.runstream.api.request.Place;
import io.runstream.api.request.RequestFields;
import io.runstream.error.RequestErrors;
import io.runstream.limit.Keys;

/**
 * A point as a client logs it.
 *
 * @param value never infinite: MLflow stores infinities as the greatest finite double
 * @param timestamp milliseconds since the epoch, not negative
 * @param modelId empty if the client named none, like the two after it
 */
public record LoggedMetric(
        String key, double value, long timestamp, long step, String modelId, String datasetName, String datasetDigest) {

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
    }

    private static double finite(double value) {
        return Double.isInfinite(value) ? Math.copySign(Double.MAX_VALUE, value) : value;
    }
}
