package io.runstream.artifact.run;

import io.runstream.access.Need;
import io.runstream.artifact.ArtifactPath;
import io.runstream.artifact.access.ArtifactAccess;
import io.runstream.artifact.access.ArtifactAudit;
import io.runstream.artifact.proxy.ArtifactFiles;
import io.runstream.artifact.proxy.FileList;
import io.runstream.artifact.root.ArtifactFolders;
import io.runstream.artifact.root.ArtifactRoot;
import io.runstream.artifact.root.ArtifactRoots;
import io.runstream.artifact.store.ObjectFolder;
import io.runstream.artifact.store.ReadRequest;
import io.runstream.artifact.store.ReadResult;
import io.runstream.artifact.store.UploadBody;
import io.runstream.error.ArtifactErrors;
import io.runstream.kit.access.Caller;
import io.runstream.kit.access.CurrentCaller;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;

/** Artifacts of runs and models, wherever these keep them. Everything fails with 403 for who may not. */
@ApplicationScoped
class OwnedArtifacts {
    /** MLflow's limit for what its web page uploads. */
    private static final int MAX_SMALL = 10 * 1024 * 1024;

    private final ArtifactRoots roots;
    private final ArtifactFolders folders;
    private final ArtifactFiles files;
    private final ArtifactAccess access;
    private final ArtifactAudit audit;
    private final CurrentCaller caller;

    OwnedArtifacts(
            ArtifactRoots roots,
            ArtifactFolders folders,
            ArtifactFiles files,
            ArtifactAccess access,
            ArtifactAudit audit,
            CurrentCaller caller) {
        this.roots = roots;
        this.folders = folders;
        this.files = files;
        this.access = access;
        this.audit = audit;
        this.caller = caller;
    }

    Uni<ReadResult> read(Owner owner, ArtifactPath path, ReadRequest request) {
        return open(owner, Need.READ).flatMap(opened -> files.read(opened.folder(), path, request));
    }

    Uni<FileList> list(Owner owner, ArtifactPath folder) {
        return open(owner, Need.READ)
                .flatMap(opened -> files.list(opened.folder(), folder)
                        .map(entries -> FileList.from(opened.root().uri(), folder, entries)));
    }

    /** Of a few megabytes; fails with 400 for more, and for nothing. */
    Uni<Void> writeSmall(Owner owner, ArtifactPath path, UploadBody body) {
        Caller sender = caller.get();
        Uni<Opened> opening = open(owner, Need.UPDATE);
        return small(body)
                .flatMap(bytes -> opening.flatMap(opened -> files.write(opened.folder(), path, UploadBody.of(bytes))
                        .invoke(() -> audit.written(sender, opened.folder().resolve(path)))))
                .onFailure()
                .invoke(failure -> body.discard());
    }

    private record Opened(ArtifactRoot root, ObjectFolder folder) {}

    /** Whose request this is must be asked now, before the first asynchronous step. */
    private Uni<Opened> open(Owner owner, Need need) {
        Caller now = caller.get();
        return owner.root(roots)
                .map(root -> new Opened(root, folders.open(root.uri())))
                .call(opened -> access.require(now, need, opened.root(), opened.folder()));
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
