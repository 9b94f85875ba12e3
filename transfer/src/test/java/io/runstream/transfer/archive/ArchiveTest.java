package io.runstream.transfer.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.runstream.transfer.TransferException;
import io.runstream.transfer.archive.LogPart.NewChunk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {
    @TempDir
    Path folder;

    private Archive begun() {
        Archive archive = Archive.toWrite(folder, "source", 1_000);
        try (NewChunk chunk = archive.log().begin("topic", 0)) {
            chunk.add(new LoggedRecord(0, 0, null, new byte[] {1, 2}));
            chunk.finish(1);
        }
        archive.objects().beginIndex().finish();
        return archive;
    }

    @Test
    void aCompleteArchiveIsRead() {
        Archive archive = begun();
        Totals totals = archive.complete(0, 0);

        Archive read = Archive.toRead(folder);

        assertThat(read.manifest()).isEqualTo(archive.manifest());
        assertThat(read.totals()).isEqualTo(totals);
        assertThat(totals.records()).isEqualTo(1);
        assertThat(totals.recordBytes()).isEqualTo(2);
    }

    @Test
    void nobodyElseLooksIntoAnArchive() throws IOException {
        begun();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
    }

    @Test
    void anArchiveIsGoneOnWithUnderItsIdAndIsIncompleteMeanwhile() {
        Archive archive = begun();
        archive.complete(0, 0);

        Archive again = Archive.toWrite(folder, "source", 2_000);

        assertThat(again.manifest()).isEqualTo(archive.manifest());
        assertThatThrownBy(() -> Archive.toRead(folder))
                .isInstanceOf(TransferException.class)
                .hasMessage(
                        "The archive %s is not complete: run the export again, it goes on where it stopped.", folder);
    }

    @Test
    void anArchiveOfAnotherFolderIsNotGoneOnWith() {
        begun();

        assertThatThrownBy(() -> Archive.toWrite(folder, "another", 2_000))
                .isInstanceOf(TransferException.class)
                .hasMessage(
                        "The archive %s is of another data folder: choose another place (--to), or remove it.", folder);
    }

    @Test
    void aFolderOfSomethingElseIsLeftAlone() throws IOException {
        Files.writeString(folder.resolve("thesis.tex"), "");

        assertThatThrownBy(() -> Archive.toWrite(folder, "source", 1_000))
                .isInstanceOf(TransferException.class)
                .hasMessage("%s is neither empty nor an archive: choose another folder (--to).", folder);
        assertThatThrownBy(() -> Archive.toRead(folder))
                .isInstanceOf(TransferException.class)
                .hasMessage("%s is no archive: it has no archive.json.", folder);
    }

    @Test
    void anIndexThatLostALineIsNoticed() throws IOException {
        begun().complete(0, 0);
        Files.writeString(folder.resolve("log.jsonl"), "");

        assertThatThrownBy(() -> Archive.toRead(folder))
                .isInstanceOf(TransferException.class)
                .hasMessage("The archive %s is damaged: its indexes are not those that were written.", folder);
    }

    @Test
    void aFormatOfTheFutureIsRefused() throws IOException {
        begun().complete(0, 0);
        Path manifest = folder.resolve("archive.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"format\":1", "\"format\":2"));

        assertThatThrownBy(() -> Archive.toRead(folder))
                .isInstanceOf(TransferException.class)
                .hasMessage("The archive %s has format 2, which this version of Runstream does not know.", folder);
    }
}
