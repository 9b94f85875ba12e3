package io.runstream.api.registry;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The answer to {@code model-versions/get-download-uri}. */
public record DownloadUriResponse(
        @JsonProperty("artifact_uri") String artifactUri) {}
