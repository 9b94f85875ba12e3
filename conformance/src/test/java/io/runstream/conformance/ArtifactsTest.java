package io.runstream.conformance;

import static io.runstream.conformance.ServerUnderTest.newRun;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mlflow.api.proto.Service.FileInfo;
import org.mlflow.tracking.MlflowClient;

/** The Java client runs Python's {@code mlflow artifacts}, so that must be on the path, as run.sh sees to. */
class ArtifactsTest {

    private final MlflowClient client = ServerUnderTest.client();
    private final String runId = newRun(client);

    @Test
    void aFileGoesToTheRootOrIntoAFolder(@TempDir Path folder) throws IOException {
        File file = Files.writeString(folder.resolve("a b.txt"), "Größe").toFile();

        client.logArtifact(runId, file);
        client.logArtifact(runId, file, "into/here");

        assertThat(client.listArtifacts(runId))
                .extracting(FileInfo::getPath, FileInfo::getIsDir, FileInfo::getFileSize)
                .containsExactly(tuple("a b.txt", false, 7L), tuple("into", true, 0L));
        assertThat(client.listArtifacts(runId, "into/here"))
                .extracting(FileInfo::getPath)
                .containsExactly("into/here/a b.txt");
    }

    @Test
    void aFolderComesBackAsItWas(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("sub/deeper"));
        Files.writeString(folder.resolve("sub/one.txt"), "1");
        Files.writeString(folder.resolve("sub/deeper/two.txt"), "22");

        client.logArtifacts(runId, folder.toFile(), "tree");

        Path back = client.downloadArtifacts(runId, "tree").toPath();
        assertThat(back.resolve("sub/one.txt")).hasContent("1");
        assertThat(back.resolve("sub/deeper/two.txt")).hasContent("22");
        Path single = client.downloadArtifacts(runId, "tree/sub/deeper/two.txt").toPath();
        assertThat(single).hasContent("22");
    }

    @Test
    void aRunWithoutArtifactsHasAnEmptyList() {
        assertThat(client.listArtifacts(runId)).isEmpty();
        assertThat(client.listArtifacts(runId, "nowhere")).isEmpty();
    }
}
