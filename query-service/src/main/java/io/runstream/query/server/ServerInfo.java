package io.runstream.query.server;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What MLflow's clients and its web page ask before they use a feature. Field by field as MLflow 3.17.2.
 *
 * @param storeType MLflow's name for a store that can do everything
 */
record ServerInfo(
        @JsonProperty("store_type") String storeType,
        @JsonProperty("workspaces_enabled") boolean workspacesEnabled,
        @JsonProperty("trace_archival_enabled") boolean traceArchivalEnabled,
        @JsonProperty("multipart_uploads_enabled") boolean multipartUploadsEnabled,
        @JsonProperty("multipart_downloads_enabled") boolean multipartDownloadsEnabled,
        @JsonProperty("presigned_upload_run_id_supported") boolean presignedUploadRunIdSupported,
        @JsonProperty("presigned_upload_model_id_supported") boolean presignedUploadModelIdSupported,
        @JsonProperty("features_enabled") Features featuresEnabled) {
    record Features(@JsonProperty("gateway") boolean gateway) {}
}
