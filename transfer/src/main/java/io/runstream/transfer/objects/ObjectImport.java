package io.runstream.transfer.objects;

import io.minio.GetObjectResponse;
import io.runstream.transfer.Progress;
import io.runstream.transfer.TransferException;
import io.runstream.transfer.archive.Archive;
import io.runstream.transfer.archive.Digests;
import io.runstream.transfer.archive.ObjectEntry;
import io.runstream.transfer.archive.Totals;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Checks an archive's artifacts, puts them into a store, and looks whether they are there. Each step may be repeated. */
public final class ObjectImport {
    private final Archive archive;
    private final Bucket target;
    private final Progress progress;

    public ObjectImport(Archive archive, Bucket target, Progress progress) {
        this.archive = archive;
        this.target = target;
        this.progress = progress;
    }

    /** @throws TransferException an artifact is missing from the archive or is not what was copied */
    public void checkArchive() {
        forEach("Checking its artifacts", archive.objects()::check);
    }

    /** Puts what is not there yet, and returns how many that were. */
    public long upload() {
        AtomicLong uploaded = new AtomicLong();
        forEach("Artifacts into the store", entry -> {
            if (!isThere(entry)) {
                target.upload(entry.key(), archive.objects().file(entry.key()), entry.contentType(), entry.sha256());
                uploaded.incrementAndGet();
            }
        });
        return uploaded.get();
    }

    /** Reads every artifact back from the store. */
    public void readBack() {
        forEach("Reading artifacts back", entry -> {
            String sha256;
            try (GetObjectResponse content = target.open(entry.key())) {
                sha256 = Digests.of(content, bytes -> {});
            } catch (IOException e) {
                throw TransferException.failed("The artifact " + entry.key() + " can't be read back: " + e, e);
            }
            require(sha256.equals(entry.sha256()), entry);
        });
    }

    /** Asks the store for each artifact's size and what the import wrote on it, and does not read the bytes. */
    public void askBack() {
        forEach("Asking for artifacts", entry -> require(isThere(entry), entry));
    }

    private boolean isThere(ObjectEntry entry) {
        return target.head(entry.key())
                .filter(head -> head.size() == entry.size() && head.sha256().equals(entry.sha256()))
                .isPresent();
    }

    private static void require(boolean equal, ObjectEntry entry) {
        if (!equal) {
            throw TransferException.failed("The artifact " + entry.key()
                    + " is not in the store as it is in the archive: remove it there, and run the import again.");
        }
    }

    private void forEach(String what, Consumer<ObjectEntry> action) {
        Totals totals = archive.totals();
        try (Progress.Step step = progress.begin(what, totals.objects());
                Workers workers = new Workers()) {
            archive.objects()
                    .forEach(entry -> workers.submit(() -> {
                        action.accept(entry);
                        step.advance(1, entry.size());
                    }));
            workers.await();
        }
    }
}
