package io.runstream.api.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.runstream.error.ApiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelSourceTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest",
                "HTTPS://host/x",
                " http://host/x",
                "ht\ttp://host/x",
                "ftp://host/x",
                "sftp://host/x",
                "hdfs://host/x",
                "mlflow-artifacts://host/0/run/artifacts",
                "r2://bucket@host/x",
                "abfss://files@host/x"
            })
    void aSourceThatNamesAHostIsRefused(String source) {
        assertThatThrownBy(() -> ModelSource.parse(source))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("addresses a host other than the tracking server's configured artifact storage");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3://bucket/../x",
                "s3://bucket/a/..",
                "s3://bucket/%2e%2e/x",
                "s3://bucket/%252e%252e/x",
                "s3://bucket/a%2f..%2f..%2fx",
                "s3://bucket/%zz/%2e%2e/x",
                "s3://bucket/a/./b",
                "s3://bucket/x?y=/../z",
                "s3://bucket/a%00",
                "s3://bucket",
                "mlflow-artifacts:/0/run/artifacts/../../other",
                "runs:/run/../other",
                "s3:relative"
            })
    void aSourceThatDoesNotGoStraightIsRefused(String source) {
        assertThatThrownBy(() -> ModelSource.parse(source))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("without relative path references present");
    }

    @Test
    void aPathOnAMachineIsLocal() {
        assertThat(ModelSource.parse("/tmp/x")).isEqualTo(new ModelSource.Local("/tmp/x"));
        assertThat(ModelSource.parse("file:///tmp/x")).isEqualTo(new ModelSource.Local("file:///tmp/x"));
        assertThat(ModelSource.parse("FILE:/tmp/x")).isEqualTo(new ModelSource.Local("FILE:/tmp/x"));
    }

    @Test
    void modelsRunsAndStoresAreTold() {
        assertThat(ModelSource.parse("s3://bucket/x")).isEqualTo(new ModelSource.Elsewhere("s3://bucket/x"));
        assertThat(ModelSource.parse("runs:/abc/model")).isEqualTo(new ModelSource.OfRun("runs:/abc/model", "abc"));
        assertThat(ModelSource.parse("models:/m-1")).isEqualTo(new ModelSource.OfLoggedModel("models:/m-1", "m-1"));
        assertThat(ModelSource.parse("models:/m/2"))
                .isEqualTo(new ModelSource.OfVersion("models:/m/2", new ModelVersionReference.Number("m", 2)));
        assertThat(ModelSource.parse("models:/m@best"))
                .isEqualTo(new ModelSource.OfVersion("models:/m@best", new ModelVersionReference.Alias("m", "best")));
        assertThat(ModelSource.parse("models:/m/Latest"))
                .isEqualTo(new ModelSource.OfVersion("models:/m/Latest", new ModelVersionReference.Latest("m")));
        assertThat(ModelSource.parse("models:/m/production"))
                .isEqualTo(new ModelSource.OfVersion(
                        "models:/m/production", new ModelVersionReference.LatestInStage("m", ModelStage.PRODUCTION)));
    }

    @ParameterizedTest
    @CsvSource({
        "mlflow-artifacts:/0/run/artifacts/model, true",
        "mlflow-artifacts:/0/run/artifacts, true",
        "mlflow-artifacts:///0/run/artifacts/model, true",
        "mlflow-artifacts:/0/run/artifacts%2Fmodel, false",
        "mlflow-artifacts:/0/run/artifacts2, false",
        "mlflow-artifacts:/0/other/artifacts/model, false",
        "mlflow-artifacts:/0, false",
        "/0/run/artifacts/model, false"
    })
    void belongsToARunByWholeSegments(String source, boolean within) {
        assertThat(ModelSource.parse(source).isWithin("mlflow-artifacts:/0/run/artifacts"))
                .isEqualTo(within);
    }

    @Test
    void aPromptHasNoFiles() {
        assertThat(ModelSource.ofPrompt("prompt-template").uri()).isEqualTo("prompt-template");
        assertThatThrownBy(() -> ModelSource.ofPrompt("s3://bucket/x"))
                .hasMessage("Invalid prompt source: 's3://bucket/x'. Prompt sources must use an MLflow placeholder.");
    }
}
