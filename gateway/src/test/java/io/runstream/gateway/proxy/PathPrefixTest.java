package io.runstream.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathPrefixTest {

    @ParameterizedTest
    @CsvSource({
        "/mlflow/api/2.0/mlflow/runs/get?run_id=1, /api/2.0/mlflow/runs/get?run_id=1",
        "/mlflow/, /",
        "/api/2.0/mlflow/runs/get, /api/2.0/mlflow/runs/get",
        "/mlflowers/api, /mlflowers/api",
        "/mlflow/mlflow/api, /mlflow/api",
    })
    void servesEverythingUnderThePrefixAndWithoutIt(String sent, String served) {
        assertThat(PathPrefix.of("/mlflow").strip(sent)).isEqualTo(served);
        assertThat(PathPrefix.of("/mlflow/").strip(sent)).isEqualTo(served);
    }

    @Test
    void thePageItselfNeedsTheSlashByWhichItFindsItsFiles() {
        assertThat(PathPrefix.of("/team/mlflow").lacksSlash("/team/mlflow")).isTrue();
        assertThat(PathPrefix.of("/team/mlflow").lacksSlash("/team/mlflow/")).isFalse();
    }

    @Test
    void withoutAPrefixEverythingStaysAsItIs() {
        assertThat(PathPrefix.of(null).strip("/api")).isEqualTo("/api");
        assertThat(PathPrefix.of("/").strip("//api")).isEqualTo("//api");
        assertThat(PathPrefix.of(null).lacksSlash("")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mlflow", "/a b", "/a//b", "/a?b", "/%2e"})
    void refusesWhatIsNoPath(String prefix) {
        assertThatThrownBy(() -> PathPrefix.of(prefix))
                .hasMessage("A path prefix is /mlflow for example, not " + prefix + " (runstream.gateway.path-prefix)");
    }
}
