package io.runstream.artifact.proxy;

import io.runstream.artifact.ArtifactPath;
import io.runstream.artifact.http.ContentTypes;
import io.runstream.artifact.store.ObjectEntry;
import io.runstream.artifact.store.ObjectFolder;
import io.runstream.artifact.store.ReadRequest;
import io.runstream.artifact.store.ReadResult;
import io.runstream.artifact.store.UploadBody;
import io.runstream.error.ArtifactErrors;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads, writes, lists and removes artifacts below a folder, whoever asks by whatever route. */
@ApplicationScoped
public class ArtifactFiles {

    /** Fails with 400 if that is a folder, with 404 if it is nothing. */
    public Uni<ReadResult> read(ObjectFolder root, ArtifactPath path, ReadRequest request) {
        ArtifactPath object = root.resolve(path);
        if (path.isRoot()) {
            throw ArtifactErrors.isDirectory(object.value());
        }
        return root.store().read(object, request).flatMap(result -> switch (result) {
            case ReadResult.Missing() ->
                root.store().isFolder(object).<ReadResult>map(folder -> {
                    throw folder
                            ? ArtifactErrors.isDirectory(object.value())
                            : ArtifactErrors.noSuchArtifact(object.value());
                });
            case ReadResult.Content content -> Uni.createFrom().item(content);
            case ReadResult.NotModified notModified -> Uni.createFrom().item(notModified);
            case ReadResult.PreconditionFailed failed -> Uni.createFrom().item(failed);
            case ReadResult.RangeNotSatisfiable range -> Uni.createFrom().item(range);
        });
    }

    /** Replaces what was there, when all of it has come. */
    public Uni<Void> write(ObjectFolder root, ArtifactPath path, UploadBody body) {
        return root.store()
                .write(root.resolve(path), ContentTypes.of(path.name()), body)
                .onFailure()
                .invoke(failure -> body.discard());
    }

    /** Removes the file, or the folder with all in it; nothing there is fine. */
    public Uni<Void> delete(ObjectFolder root, ArtifactPath path) {
        return root.store().delete(root.resolve(path));
    }

    /** What stands in that folder; of a file, nothing. */
    public Uni<List<ObjectEntry>> list(ObjectFolder root, ArtifactPath folder) {
        return root.store().list(root.resolve(folder));
    }
}
