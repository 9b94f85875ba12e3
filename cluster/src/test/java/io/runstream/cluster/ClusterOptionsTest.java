package io.runstream.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ClusterOptionsTest {

    @Test
    void readsTheCommandLine() {
        ClusterOptions options =
                ClusterOptions.parse("--home", "/src/../src", "--data", "/data", "--port", "5160", "--single");
        assertThat(options).isEqualTo(new ClusterOptions(Path.of("/src"), Path.of("/data"), 5160, Layout.single()));
    }

    @Test
    void runsMoreThanOneOfEachAtPort5000UnlessTold() {
        ClusterOptions options = ClusterOptions.parse();
        assertThat(options.port()).isEqualTo(5000);
        assertThat(options.layout()).isEqualTo(new Layout(3, 2, 2, 2));
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> ClusterOptions.parse("--fast")).hasMessage("Unknown option --fast.");
        assertThatThrownBy(() -> ClusterOptions.parse("--port", "x")).hasMessage("--port needs a number, not x.");
        assertThatThrownBy(() -> ClusterOptions.parse("--data")).hasMessage("--data needs a value.");
    }
}
