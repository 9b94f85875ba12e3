package io.runstream.artifact.store;

import io.runstream.artifact.ArtifactPath;

/** A folder in a store: what a run or a model calls its artifact root. */
public record ObjectFolder(ObjectStore store, ArtifactPath path) {
    /** That path in this folder, seen from the store. */
    public ArtifactPath resolve(ArtifactPath relative) {
        return path.resolve(relative);
    }
}
