package io.runstream.query.projection.fold;

import java.util.UUID;

/** A row of the table {@code run_model_output}. The first with a model counts. */
public record ModelOutputRow(UUID runId, String modelId, long step) {}
