package io.runstream.artifact.multipart;

import io.runstream.artifact.ArtifactPath;
import io.runstream.artifact.http.ContentTypes;
import io.runstream.artifact.proxy.ArtifactFiles;
import io.runstream.artifact.store.DirectAccess;
import io.runstream.artifact.store.ObjectFolder;
import io.runstream.artifact.store.ObjectStores;
import io.runstream.artifact.store.ReadRequest;
import io.runstream.artifact.store.ReadResult;
import io.runstream.error.ArtifactErrors;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Lets clients go to the store themselves, where they can reach it. */
@ApplicationScoped
class MultipartService {
    /** S3's limit. */
    private static final long MAX_PARTS = 10_000;

    private final DirectAccess access;
    private final ArtifactFiles files;
    private final ObjectFolder root;

    MultipartService(DirectAccess access, ArtifactFiles files, ObjectStores stores) {
        this.access = access;
        this.files = files;
        this.root = new ObjectFolder(stores.standard(), ArtifactPath.root());
    }

    Uni<MultipartUpload> create(ArtifactPath path, long parts) {
        requireUploads();
        if (parts < 1 || parts > MAX_PARTS) {
            throw ArtifactErrors.badPartCount(parts, MAX_PARTS);
        }
        return access.createUpload(path, ContentTypes.of(path.name()), (int) parts)
                .map(MultipartUpload::from);
    }

    Uni<Void> complete(ArtifactPath path, String uploadId, List<DirectAccess.SentPart> parts) {
        requireUploads();
        return access.completeUpload(path, uploadId, parts);
    }

    Uni<Void> abort(ArtifactPath path, String uploadId) {
        requireUploads();
        return access.abortUpload(path, uploadId);
    }

    Uni<PresignedDownload> download(ArtifactPath path) {
        if (!access.isEnabled()) {
            throw ArtifactErrors.multipartDownloadUnsupported();
        }
        return files.read(root, path, new ReadRequest(Map.of(), false)).map(result -> {
            if (result instanceof ReadResult.Content content) {
                return new PresignedDownload(access.downloadUrl(path), Map.of(), content.length());
            }
            throw ArtifactErrors.noSuchArtifact(path.value());
        });
    }

    private void requireUploads() {
        if (!access.isEnabled()) {
            throw ArtifactErrors.multipartUploadUnsupported();
        }
    }
}
