package io.runstream.query.projection.fold.registry;

import java.util.Collection;

/**
 * The rows of the registry that a batch writes, in the order in which they must be written. Every key occurs once.
 *
 * @param removedModels by registration, each with all its versions
 * @param sweeps over what versions there are, before those of the batch are written
 */
public record RegistryChanges(
        Collection<Long> removedModels,
        Collection<RegisteredModelRow> models,
        Collection<VersionSweep> sweeps,
        Collection<ModelVersionKey> removedVersions,
        Collection<ModelVersionRow> versions) {}
