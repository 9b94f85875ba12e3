package io.runstream.transfer.archive;

import io.runstream.transfer.TransferException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;

/**
 * A folder that holds what a data folder held: {@code archive.json}, the events, the artifacts, and {@code complete.json} once
 * all of it is there. One that is not complete is gone on with; one that is can be brought up to date.
 */
public final class Archive {
    private static final String MANIFEST = "archive.json";
    private static final String COMPLETE = "complete.json";

    private final Path folder;
    private final Manifest manifest;
    private final LogPart log;
    private final ObjectPart objects;

    private Archive(Path folder, Manifest manifest) throws IOException {
        this.folder = folder;
        this.manifest = manifest;
        this.log = LogPart.in(folder);
        this.objects = new ObjectPart(folder);
    }

    /**
     * Begins an archive, or goes on with one; it is incomplete from now on.
     *
     * @param folder made if it is absent
     * @param source identity of the log
     * @param now milliseconds since the epoch
     * @throws TransferException the folder holds something else, or can't be written
     */
    public static Archive toWrite(Path folder, String source, long now) {
        try {
            if (!Files.exists(folder.resolve(MANIFEST))) {
                requireEmpty(folder);
                makeForOwnerOnly(folder);
                Manifest fresh = new Manifest(Manifest.FORMAT, UUID.randomUUID(), source, now);
                NewFile.write(folder.resolve(MANIFEST), Json.line(fresh));
            }
            Archive archive = new Archive(folder, manifest(folder));
            if (!archive.manifest.source().equals(source)) {
                throw TransferException.failed("The archive " + folder
                        + " is of another data folder: choose another place (--to), or remove it.");
            }
            Files.deleteIfExists(folder.resolve(COMPLETE));
            return archive;
        } catch (IOException e) {
            throw TransferException.failed("The archive " + folder + " can't be written: " + e, e);
        }
    }

    /** It will hold whatever was ever logged, and digests of passwords. */
    private static void makeForOwnerOnly(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (Files.getFileStore(folder).supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static void requireEmpty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var entries = Files.list(folder)) {
            // A first try may have been cut short while it wrote the manifest.
            if (entries.anyMatch(entry -> !entry.getFileName().toString().startsWith(MANIFEST))) {
                throw TransferException.failed(
                        folder + " is neither empty nor an archive: choose another folder (--to).");
            }
        }
    }

    /** @throws TransferException there is none, or it is of a format that this version does not know */
    private static Manifest manifest(Path folder) throws IOException {
        Path file = folder.resolve(MANIFEST);
        if (!Files.exists(file)) {
            throw TransferException.failed(folder + " is no archive: it has no " + MANIFEST + ".");
        }
        Manifest manifest = Json.parse(Files.readString(file), Manifest.class);
        if (manifest.format() != Manifest.FORMAT) {
            throw TransferException.failed("The archive " + folder + " has format " + manifest.format()
                    + ", which this version of Runstream does not know.");
        }
        return manifest;
    }

    /**
     * Opens an archive that is complete.
     *
     * @throws TransferException it is not there, not complete or not what was written; of its contents that is not known yet
     */
    public static Archive toRead(Path folder) {
        try {
            Archive archive = new Archive(folder, manifest(folder));
            if (!Files.exists(folder.resolve(COMPLETE))) {
                throw TransferException.failed("The archive " + folder
                        + " is not complete: run the export again, it goes on where it stopped.");
            }
            Totals totals = archive.totals();
            if (!totals.logIndex().equals(digest(archive.log.index()))
                    || !totals.objectIndex().equals(digest(archive.objects.index()))) {
                throw TransferException.failed(
                        "The archive " + folder + " is damaged: its indexes are not those that were written.");
            }
            return archive;
        } catch (IOException e) {
            throw TransferException.failed("The archive " + folder + " can't be read: " + e, e);
        }
    }

    /** All is there. */
    public Totals complete(long objectCount, long objectBytes) {
        try {
            Totals totals = new Totals(
                    log.records(), log.bytes(), objectCount, objectBytes, digest(log.index()), digest(objects.index()));
            NewFile.write(folder.resolve(COMPLETE), Json.line(totals));
            return totals;
        } catch (IOException e) {
            throw TransferException.failed("The archive " + folder + " can't be written: " + e, e);
        }
    }

    /** A log without events has no index. */
    private static String digest(Path index) throws IOException {
        return Files.exists(index) ? Digests.of(index) : "";
    }

    /** Of an archive that is complete. */
    public Totals totals() {
        Path file = folder.resolve(COMPLETE);
        try {
            return Json.parse(Files.readString(file), Totals.class);
        } catch (IOException e) {
            throw TransferException.failed("The archive " + folder + " is damaged: " + file + " can't be read.", e);
        }
    }

    public Manifest manifest() {
        return manifest;
    }

    public LogPart log() {
        return log;
    }

    public ObjectPart objects() {
        return objects;
    }
}
