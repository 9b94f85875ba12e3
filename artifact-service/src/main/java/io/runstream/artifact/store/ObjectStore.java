package io.runstream.artifact.store;

import io.runstream.artifact.ArtifactPath;
import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * Objects by their paths, in one bucket. An object is there as a whole or not at all.
 *
 * <p>Every method fails with {@link io.runstream.error.ApiException}: 403 the store refuses us, 400 it refuses the path, 503
 * it is away, overloaded or full. To be called on a Vert.x context, on which all that follows then happens.
 */
public interface ObjectStore {
    Uni<ReadResult> read(ArtifactPath path, ReadRequest request);

    /** Replaces what was there. Fails with 400, and changes nothing, if the body breaks off. */
    Uni<Void> write(ArtifactPath path, String contentType, UploadBody body);

    /** Removes the object and all whose paths begin with this one and a slash; none is fine. */
    Uni<Void> delete(ArtifactPath path);

    /** What stands in that folder, by name; empty if there is no such folder. */
    Uni<List<ObjectEntry>> list(ArtifactPath folder);

    /** Whether there is an object whose path begins with this one and a slash. */
    Uni<Boolean> isFolder(ArtifactPath path);
}
