package io.runstream.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.runstream.error.ApiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArtifactLocationsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"", "s3://bucket/prefix", "mlflow-artifacts:/x", "mlflow-artifacts:///x", "/data/x", "dbfs:/x"})
    void locationsOfStoresAreLegal(String location) {
        assertThat(ArtifactLocations.check(location)).isEqualTo(location);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil/x", "HTTPS://evil/x", "ftp://x/y", "hdfs://h/x", "mlflow-artifacts://h/x"})
    void locationsOnAHostOfTheCallersChoiceAreNot(String location) {
        assertThatThrownBy(() -> ArtifactLocations.check(location))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("addresses a host other than");
    }

    @Test
    void otherMistakesHaveMlflowsWords() {
        assertThatThrownBy(() -> ArtifactLocations.check("s3://b/p#f"))
                .hasMessage("'artifact_location' URL can't include fragments or params.");
        assertThatThrownBy(() -> ArtifactLocations.check("s3://b/p?x=../..")).hasMessage("Invalid query string");
        assertThatThrownBy(() -> ArtifactLocations.check("runs:/a"))
                .hasMessage("Artifact location cannot be a runs:/ URI. Given: 'runs:/a'");
        assertThatThrownBy(() -> ArtifactLocations.check("x".repeat(2049)))
                .hasMessageStartingWith("Invalid artifact path length.");
    }
}
