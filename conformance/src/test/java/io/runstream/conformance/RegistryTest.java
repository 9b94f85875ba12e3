package io.runstream.conformance;

import static io.runstream.conformance.ServerUnderTest.newRun;
import static io.runstream.conformance.ServerUnderTest.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mlflow.api.proto.ModelRegistry.ModelVersion;
import org.mlflow.api.proto.ModelRegistry.ModelVersionStatus;
import org.mlflow.tracking.MlflowClient;
import org.mlflow.tracking.MlflowHttpException;
import org.mlflow.tracking.ModelVersionsPage;

/** The Java client reads the registry; what it reads is written here as its {@code sendPost} allows. */
class RegistryTest {

    private final MlflowClient client = ServerUnderTest.client();
    private final String runId = newRun(client);
    private final String source = client.getRun(runId).getInfo().getArtifactUri() + "/model";
    private final String name = unique("java-model");

    @BeforeEach
    void aModelOfThreeVersions() {
        client.sendPost("registered-models/create", "{\"name\": \"%s\", \"description\": \"d\"}".formatted(name));
        for (int number = 1; number <= 3; number++) {
            client.sendPost(
                    "model-versions/create",
                    "{\"name\": \"%s\", \"source\": \"%s\", \"run_id\": \"%s\"}".formatted(name, source, runId));
        }
        client.sendPost(
                "model-versions/transition-stage",
                "{\"name\": \"%s\", \"version\": \"2\", \"stage\": \"Production\"}".formatted(name));
    }

    @Test
    void aModelHasItsLatestVersions() {
        assertThat(client.getRegisteredModel(name).getDescription()).isEqualTo("d");
        assertThat(client.getLatestVersions(name))
                .extracting(ModelVersion::getVersion, ModelVersion::getCurrentStage)
                .containsExactlyInAnyOrder(tuple("2", "Production"), tuple("3", "None"));
        assertThat(client.getLatestVersions(name, List.of("Production")))
                .extracting(ModelVersion::getVersion)
                .containsExactly("2");
    }

    @Test
    void aVersionKnowsItsSource() {
        ModelVersion version = client.getModelVersion(name, "1");

        assertThat(version.getName()).isEqualTo(name);
        assertThat(version.getRunId()).isEqualTo(runId);
        assertThat(version.getSource()).isEqualTo(source);
        assertThat(version.getStatus()).isEqualTo(ModelVersionStatus.READY);
        assertThat(client.getModelVersionDownloadUri(name, "1")).isEqualTo(source);
    }

    @Test
    void versionsAreSearchedPageByPage() {
        ModelVersionsPage first = client.searchModelVersions("name = '" + name + "'", 2, List.of("version_number ASC"));

        assertThat(first.getItems()).extracting(ModelVersion::getVersion).containsExactly("1", "2");
        assertThat(first.getNextPage().getItems())
                .extracting(ModelVersion::getVersion)
                .containsExactly("3");
        assertThat(client.searchModelVersions("run_id = '" + runId + "'").getItems())
                .hasSize(3);
    }

    @Test
    void theFilesOfAVersionAreDownloaded(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("weights.txt"), "42");
        client.logArtifacts(runId, folder.toFile(), "model");

        Path back = client.downloadModelVersion(name, "1").toPath();

        assertThat(back.resolve("weights.txt")).hasContent("42");
    }

    @Test
    void anUnknownModelIsRefused() {
        assertThatThrownBy(() -> client.getRegisteredModel(unique("nobody")))
                .isInstanceOfSatisfying(
                        MlflowHttpException.class,
                        refused -> assertThat(refused.getStatusCode()).isEqualTo(404));
    }
}
