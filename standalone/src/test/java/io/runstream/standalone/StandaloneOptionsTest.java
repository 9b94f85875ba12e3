package io.runstream.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandaloneOptionsTest {

    @Test
    void servesThisMachineOnlyFromAFolderInTheHomeByDefault() {
        assertThat(StandaloneOptions.parse())
                .isEqualTo(new StandaloneOptions(
                        Path.of(System.getProperty("user.home"), ".runstream"), "127.0.0.1", 5000, false, null, false));
    }

    @Test
    void takesEveryOption() {
        assertThat(StandaloneOptions.parse(
                        "--data",
                        "/tmp/my data",
                        "--host",
                        "0.0.0.0",
                        "--port",
                        "0",
                        "--flush-each-append",
                        "--mlflow-ui",
                        "/tmp/peer",
                        "--replay"))
                .isEqualTo(
                        new StandaloneOptions(Path.of("/tmp/my data"), "0.0.0.0", 0, true, Path.of("/tmp/peer"), true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--prot 5001|Unknown option --prot.",
                "--port|--port needs a value.",
                "--port many|--port needs a number from 0 to 65535, not many.",
                "--port 65536|--port needs a number from 0 to 65535, not 65536.",
                "--port -1|--port needs a number from 0 to 65535, not -1.",
            })
    void refusesWhatItCannotReadInASentence(String commandLine, String sentence) {
        assertThatThrownBy(() -> StandaloneOptions.parse(commandLine.split(" ", -1)))
                .isInstanceOfSatisfying(
                        StandaloneException.class, e -> assertThat(e.exitCode()).isEqualTo(2))
                .hasMessage(sentence);
    }
}
