package io.runstream.query.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UiConfigTest {

    @Test
    void showsNoPageOfItsOwnAccord() {
        assertThat(config(Map.of()).mlflowDir()).isEmpty();
    }

    @Test
    void takesTheFolderOfAnInstalledMlflow() {
        assertThat(config(Map.of("runstream.ui.mlflow-dir", "/opt/venv")).mlflowDir())
                .contains(Path.of("/opt/venv"));
    }

    private static UiConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(UiConfig.class)
                .withDefaultValues(values)
                .build()
                .getConfigMapping(UiConfig.class);
    }
}
