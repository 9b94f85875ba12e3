package io.runstream.artifact.run;

import io.runstream.artifact.ArtifactPath;
import io.runstream.artifact.proxy.ArtifactFiles;
import io.runstream.artifact.proxy.FileList;
import io.runstream.artifact.root.ArtifactFolders;
import io.runstream.artifact.root.ArtifactRoots;
import io.runstream.artifact.store.ReadRequest;
import io.runstream.artifact.store.ReadResult;
import io.runstream.artifact.store.UploadBody;
import io.runstream.error.ArtifactErrors;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;

/** Artifacts of runs and models, wherever these keep them. */
@ApplicationScoped
class OwnedArtifacts {
    /** MLflow's limit for what its web page uploads. */
    private static final int MAX_SMALL = 10 * 1024 * 1024;

    private final ArtifactRoots roots;
    private final ArtifactFolders folders;
    private final ArtifactFiles files;

    OwnedArtifacts(ArtifactRoots roots, ArtifactFolders folders, ArtifactFiles files) {
        this.roots = roots;
        this.folders = folders;
        this.files = files;
    }

    Uni<ReadResult> read(Owner owner, ArtifactPath path, ReadRequest request) {
        return owner.root(roots).flatMap(uri -> files.read(folders.open(uri), path, request));
    }

    Uni<FileList> list(Owner owner, ArtifactPath folder) {
        return owner.root(roots)
                .flatMap(uri ->
                        files.list(folders.open(uri), folder).map(entries -> FileList.from(uri, folder, entries)));
    }

    /** Of a few megabytes; fails with 400 for more, and for nothing. */
    Uni<Void> writeSmall(Owner owner, ArtifactPath path, UploadBody body) {
        return small(body)
                .flatMap(bytes ->
                        owner.root(roots).flatMap(uri -> files.write(folders.open(uri), path, UploadBody.of(bytes))))
                .onFailure()
                .invoke(failure -> body.discard());
    }

    private static Uni<Buffer> small(UploadBody body) {
        if (body.length().orElse(0) > MAX_SMALL) {
            throw ArtifactErrors.uploadTooLarge();
        }
        return Uni.createFrom()
                .completionStage(body.collect(MAX_SMALL + 1).toCompletionStage())
                .invoke(bytes -> {
                    if (bytes.length() == 0) {
                        throw ArtifactErrors.missingArgument("data");
                    }
                    if (bytes.length() > MAX_SMALL) {
                        throw ArtifactErrors.uploadTooLarge();
                    }
                });
    }
}
