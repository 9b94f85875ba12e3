package io.runstream.kit.access.login;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenPathsTest {
    @ParameterizedTest
    @ValueSource(strings = {"/health", "/q/health/ready", "/static-files/main.js", "/api/3.0/mlflow/server-info"})
    void probesAndThePagesPartsAreOpen(String path) {
        assertThat(OpenPaths.include(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/health/",
                "/healthy",
                "/health/../api/2.0/mlflow/runs/get",
                "/static-files/../api/2.0/mlflow/runs/get",
                "/static-files/%2e%2e/api/2.0/mlflow/runs/get",
                "/static-files",
                "/version",
                "/q/dev",
                "/api/2.0/mlflow/users/current",
                "/api/2.0/mlflow/server-info"
            })
    void nothingElseIs(String path) {
        assertThat(OpenPaths.include(path)).isFalse();
    }
}
