package io.runstream.api.run;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One point of a series.
 *
 * @param value NaN is written as the string {@code "NaN"}; never infinite
 * @param timestamp milliseconds since the epoch, as the client gave it
 */
public record Metric(
        @JsonProperty("key") String key,
        @JsonProperty("value") double value,
        @JsonProperty("timestamp") long timestamp,
        @JsonProperty("step") long step) {}
