package io.runstream.query.projection.fold;

import java.util.UUID;

/** Names a param, a tag or a series of one run. */
public record RunKey(UUID runId, String key) {}
