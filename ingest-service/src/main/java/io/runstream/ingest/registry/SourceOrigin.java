package io.runstream.ingest.registry;

import org.jspecify.annotations.Nullable;

/**
 * What was found out about a version's source before its creation goes into the log.
 *
 * @param storageLocation where the files are
 * @param runId the run it comes from; null if neither the request nor the logged model names one
 * @param modelId the logged model it is made of; empty if there is none
 */
record SourceOrigin(String storageLocation, @Nullable String runId, String modelId) {}
