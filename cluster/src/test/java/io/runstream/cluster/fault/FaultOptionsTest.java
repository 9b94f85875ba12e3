package io.runstream.cluster.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FaultOptionsTest {

    @Test
    void readsTheCommandLine() {
        assertThat(FaultOptions.parse("--home", "/src", "--data", "/data", "--minutes", "3", "--seed", "9"))
                .isEqualTo(new FaultOptions(Path.of("/src"), Path.of("/data"), Duration.ofMinutes(3), 9));
    }

    @Test
    void takesTenMinutesUnlessTold() {
        assertThat(FaultOptions.parse().time()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> FaultOptions.parse("--fast")).hasMessage("Unknown option --fast.");
        assertThatThrownBy(() -> FaultOptions.parse("--seed", "x")).hasMessage("--seed needs a whole number, not x.");
    }
}
