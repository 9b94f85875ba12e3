package io.runstream.query.projection.fold;

import java.util.UUID;

/** A row of the table {@code run_model_input}. */
public record ModelInputRow(UUID runId, String modelId) {}
