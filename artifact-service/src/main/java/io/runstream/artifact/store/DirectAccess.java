package io.runstream.artifact.store;

import io.runstream.artifact.ArtifactPath;
import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * What clients do with the default store themselves, by addresses that are signed for one request each.
 *
 * <p>Fails as {@link ObjectStore} does.
 */
public interface DirectAccess {
    /** Whether clients can reach the store. If not, nothing else here is to be called. */
    boolean isEnabled();

    /** Begins an upload in that many parts. */
    Uni<Upload> createUpload(ArtifactPath path, String contentType, int parts);

    /** Makes of the parts what others see. */
    Uni<Void> completeUpload(ArtifactPath path, String uploadId, List<SentPart> parts);

    /** Removes the parts. */
    Uni<Void> abortUpload(ArtifactPath path, String uploadId);

    /** Where the object can be read for a while, whether it is there or not. */
    String downloadUrl(ArtifactPath path);

    /** @param partUrls where to put the parts, from the first to the last */
    record Upload(String id, List<String> partUrls) {}

    /** @param etag what the store answered */
    record SentPart(int number, String etag) {}
}
