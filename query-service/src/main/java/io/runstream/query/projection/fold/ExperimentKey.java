package io.runstream.query.projection.fold;

/** Names a tag of one experiment. */
public record ExperimentKey(long experimentId, String key) {}
