package io.runstream.transfer.objects;

import io.minio.GetObjectResponse;
import io.runstream.transfer.Progress;
import io.runstream.transfer.TransferException;
import io.runstream.transfer.archive.ObjectEntry;
import io.runstream.transfer.archive.ObjectPart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Copies the artifacts that are new or changed into an archive, and lists those that are there now. */
public final class ObjectExport {
    private static final String UNTYPED = "application/octet-stream";

    private final Bucket source;
    private final ObjectPart archive;
    private final Progress progress;

    public ObjectExport(Bucket source, ObjectPart archive, Progress progress) {
        this.source = source;
        this.archive = archive;
        this.progress = progress;
    }

    /** @param bytes of all artifacts */
    public record Copied(long objects, long bytes) {}

    /** A store without the bucket has no artifacts. */
    public Copied run() {
        try (ObjectPart.NewIndex index = archive.beginIndex();
                Progress.Step step = progress.begin("Artifacts into the archive", 0);
                Workers workers = new Workers()) {
            if (source.exists()) {
                source.list(object -> workers.submit(() -> {
                    add(index, copied(object));
                    step.advance(1, object.size());
                }));
            }
            workers.await();
            index.finish();
            return new Copied(index.objects(), index.bytes());
        }
    }

    private ObjectEntry copied(StoredObject object) {
        Optional<ObjectEntry> known = archive.find(object.key(), object.version());
        return known.isPresent() ? known.get() : copy(object);
    }

    private ObjectEntry copy(StoredObject object) {
        try (GetObjectResponse content = source.open(object.key())) {
            String contentType = content.headers().get("Content-Type");
            ObjectEntry entry =
                    archive.add(object.key(), object.version(), contentType == null ? UNTYPED : contentType, content);
            if (entry.size() != object.size()) {
                throw TransferException.failed("The artifact %s has %,d bytes, and %,d came."
                        .formatted(object.key(), object.size(), entry.size()));
            }
            return entry;
        } catch (IOException e) {
            throw TransferException.failed("The artifact " + object.key() + " can't be copied: " + e, e);
        }
    }

    private static void add(ObjectPart.NewIndex index, ObjectEntry entry) {
        try {
            index.add(entry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
