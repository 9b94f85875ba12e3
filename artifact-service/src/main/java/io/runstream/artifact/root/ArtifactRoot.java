package io.runstream.artifact.root;

import io.runstream.access.Securable;

/**
 * Where a run or a model keeps its artifacts.
 *
 * @param uri as somebody once wrote it
 * @param owner whose permissions count: the run's or logged model's experiment, the version's registered model
 */
public record ArtifactRoot(String uri, Securable owner) {}
