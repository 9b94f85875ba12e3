package io.runstream.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A param, or a tag of whatever has tags. */
public record KeyValue(
        @JsonProperty("key") String key,
        @JsonProperty("value") String value) {}
