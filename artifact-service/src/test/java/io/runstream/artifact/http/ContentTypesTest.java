package io.runstream.artifact.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentTypesTest {

    @ParameterizedTest
    @CsvSource({
        "a.txt, text/plain",
        "MLmodel, text/plain",
        "conda.yaml, text/plain",
        "a.json, text/plain",
        "a.csv, text/plain",
        "a.html, text/html",
        "a.svg, image/svg+xml",
        "a.PNG, image/png",
        "a.webp, image/webp",
        "model.pkl, application/octet-stream",
        "a.tar.gz, application/x-tar",
        "a.tgz, application/x-tar",
        "a.gz, application/octet-stream",
        "name, application/octet-stream",
        "name., application/octet-stream",
        ".png, application/octet-stream",
        "a.b.pdf, application/pdf"
    })
    void isWhatMlflowGuesses(String name, String type) {
        assertThat(ContentTypes.of(name)).isEqualTo(type);
    }
}
