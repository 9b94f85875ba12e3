package io.runstream.transfer.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.runstream.transfer.TransferException;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransferOptionsTest {
    @Test
    void anExportHasAFolderAndAPlace() {
        assertThat(TransferOptions.parse("export", "--data", "/data", "--to", "/archive"))
                .isEqualTo(new TransferOptions.Export(Path.of("/data"), Path.of("/archive")));
    }

    @Test
    void anImportNeedsAnArchiveAKafkaAndAStore() {
        assertThat(TransferOptions.parse(
                        "import",
                        "--from",
                        "/archive",
                        "--kafka",
                        "k1:9092,k2:9092",
                        "--s3-endpoint",
                        "http://s3:9000"))
                .isEqualTo(new TransferOptions.Import(
                        Path.of("/archive"),
                        "k1:9092,k2:9092",
                        null,
                        URI.create("http://s3:9000"),
                        "runstream",
                        "us-east-1",
                        "",
                        true,
                        true));
    }

    @Test
    void anImportMayBeToldMore() {
        assertThat(TransferOptions.parse(
                        "import",
                        "--no-read-back",
                        "--without-access",
                        "--from",
                        "/archive",
                        "--kafka",
                        "k:9092",
                        "--kafka-properties",
                        "/sasl.properties",
                        "--s3-endpoint",
                        "https://s3.example.org/",
                        "--s3-bucket",
                        "artifacts",
                        "--s3-region",
                        "eu-west-1",
                        "--s3-prefix",
                        "team/a/"))
                .isEqualTo(new TransferOptions.Import(
                        Path.of("/archive"),
                        "k:9092",
                        Path.of("/sasl.properties"),
                        URI.create("https://s3.example.org/"),
                        "artifacts",
                        "eu-west-1",
                        "team/a",
                        false,
                        false));
    }

    @ParameterizedTest
    @CsvSource({
        "export --data /d, --to is missing.",
        "export --data, --data needs a value.",
        "export --data /d --to /a --port 5, Unknown option --port.",
        "import --from /a --kafka k:1, --s3-endpoint is missing.",
        "'import --from /a --kafka k:1 --s3-endpoint s3', "
                + "'--s3-endpoint needs an address, http://HOST:PORT for example, not s3.'",
        "move, 'There is export and import, not move.'"
    })
    void whatCanNotBeIsToldInASentence(String line, String sentence) {
        assertThatThrownBy(() -> TransferOptions.parse(line.split(" ")))
                .isInstanceOfSatisfying(
                        TransferException.class, e -> assertThat(e.exitCode()).isEqualTo(2))
                .hasMessage(sentence);
    }
}
