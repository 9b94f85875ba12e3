package io.runstream.artifact.multipart;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;

/**
 * Where a client reads an artifact from the store itself, as MLflow's client reads it.
 *
 * @param headers to send along; none here
 * @param fileSize in bytes
 */
record PresignedDownload(
        @JsonProperty("url") String url,
        @JsonProperty("headers") Map<String, String> headers,
        @JsonProperty("file_size") long fileSize) {}
