package io.runstream.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {

    @Test
    void servesThisMachineOnlyFromAFolderInTheHomeByDefault() {
        assertThat(CommandLine.parse())
                .isEqualTo(new StandaloneOptions(
                        Path.of(System.getProperty("user.home"), ".runstream"),
                        new Listening("127.0.0.1", 5000, false, null, null),
                        false,
                        false,
                        null,
                        false));
    }

    @Test
    void takesEveryOption() {
        assertThat(CommandLine.parse(
                        "--data",
                        "/tmp/my data",
                        "--host",
                        "0.0.0.0",
                        "--port",
                        "0",
                        "--let-everybody-in",
                        "--auth",
                        "--tls-certificate",
                        "/tmp/chain.pem",
                        "--tls-key",
                        "/tmp/key.pem",
                        "--path-prefix",
                        "/team/mlflow",
                        "--flush-each-append",
                        "--mlflow-ui",
                        "/tmp/peer"))
                .isEqualTo(new StandaloneOptions(
                        Path.of("/tmp/my data"),
                        new Listening(
                                "0.0.0.0",
                                0,
                                true,
                                new Listening.Certificate(Path.of("/tmp/chain.pem"), Path.of("/tmp/key.pem")),
                                "/team/mlflow"),
                        true,
                        true,
                        Path.of("/tmp/peer"),
                        false));
    }

    @Test
    void replaysWhereNobodyIsTold() {
        StandaloneOptions options = CommandLine.parse("--replay", "--host", "0.0.0.0", "--port", "5000");
        assertThat(options.replay()).isTrue();
        assertThat(options.listening()).isEqualTo(new Listening("127.0.0.1", 0, false, null, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--prot 5001|Unknown option --prot.",
                "--port|--port needs a value.",
                "--port many|--port needs a number from 0 to 65535, not many.",
                "--port 65536|--port needs a number from 0 to 65535, not 65536.",
                "--tls-key /tmp/key.pem|--tls-certificate and --tls-key belong together.",
                "--port -1|--port needs a number from 0 to 65535, not -1.",
            })
    void refusesWhatItCannotReadInASentence(String commandLine, String sentence) {
        assertThatThrownBy(() -> CommandLine.parse(commandLine.split(" ", -1)))
                .isInstanceOfSatisfying(
                        StandaloneException.class, e -> assertThat(e.exitCode()).isEqualTo(2))
                .hasMessage(sentence);
    }
}
