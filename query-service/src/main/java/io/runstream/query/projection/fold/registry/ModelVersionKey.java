package io.runstream.query.projection.fold.registry;

/**
 * Names a version.
 *
 * @param registration of its registered model
 */
public record ModelVersionKey(long registration, int version) {}
