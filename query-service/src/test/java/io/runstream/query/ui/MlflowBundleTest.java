package io.runstream.query.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MlflowBundleTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "mlflow", "lib/python3.11/site-packages/mlflow", "Lib/site-packages/mlflow"})
    void findsThePageOfAPackageAndOfAnEnvironmentAroundIt(String place) throws IOException {
        Path mlflow = install(place, "VERSION = \"3.17.2\"\n");

        MlflowBundle bundle = MlflowBundle.in(folder);

        assertThat(bundle.files()).isEqualTo(mlflow.resolve("server/js/build"));
        assertThat(bundle.version()).contains("3.17.2");
        assertThat(bundle.isTested()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"VERSION = '2.22.0'", "VERSION = \"3.170.0\"", "VERSION: str = compute()"})
    void knowsThatAnotherVersionIsUntested(String text) throws IOException {
        install("mlflow", text);

        assertThat(MlflowBundle.in(folder).isTested()).isFalse();
    }

    @Test
    void saysThatThereIsNoFolder() {
        Path missing = folder.resolve("missing");

        assertThatThrownBy(() -> MlflowBundle.in(missing))
                .isInstanceOf(NoBundleException.class)
                .hasMessage("There is no folder " + missing + " to take MLflow's web page from.");
    }

    @Test
    void saysThatTheFolderIsNeitherPackageNorEnvironment() throws IOException {
        Files.createDirectories(folder.resolve("lib/python3.11/site-packages"));

        assertThatThrownBy(() -> MlflowBundle.in(folder))
                .isInstanceOf(NoBundleException.class)
                .hasMessage(folder + " is neither MLflow's Python package nor a virtual environment in which MLflow is"
                        + " installed (pip install mlflow==3.17.2).");
    }

    @Test
    void saysThatThePackageHasNoPage() throws IOException {
        Path mlflow = install("mlflow", "VERSION = '3.17.2'");
        Files.delete(mlflow.resolve("server/js/build/index.html"));

        assertThatThrownBy(() -> MlflowBundle.in(folder))
                .isInstanceOf(NoBundleException.class)
                .hasMessage(
                        "The MLflow in " + mlflow + " has no web page: a source checkout and mlflow-skinny have none,"
                                + " the package mlflow from PyPI has.");
    }

    private Path install(String place, String version) throws IOException {
        Path mlflow = folder.resolve(place);
        Files.createDirectories(mlflow.resolve("tracking"));
        Files.createDirectories(mlflow.resolve("server/js/build"));
        Files.writeString(mlflow.resolve("version.py"), version);
        Files.writeString(mlflow.resolve("server/js/build/index.html"), "<title>MLflow</title>");
        return mlflow;
    }
}
