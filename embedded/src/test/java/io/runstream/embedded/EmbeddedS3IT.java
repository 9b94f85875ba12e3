package io.runstream.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedS3IT {
    @TempDir
    Path folder;

    @Test
    void keepsItsCredentialsWhereOnlyTheirOwnerReadsThem() throws IOException {
        String accessKey;
        String secretKey;
        try (EmbeddedS3 s3 = EmbeddedS3.start(folder, S3Settings.defaults())) {
            accessKey = s3.accessKey();
            secretKey = s3.secretKey();
        }
        try (EmbeddedS3 s3 = EmbeddedS3.start(folder, S3Settings.defaults())) {
            assertThat(s3.accessKey()).isEqualTo(accessKey).hasSize(20);
            assertThat(s3.secretKey()).isEqualTo(secretKey).hasSize(48);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("credentials"))))
                .isEqualTo("rw-------");
    }

    @Test
    void answersNobodyWhoDoesNotSign() throws IOException {
        try (EmbeddedS3 s3 = EmbeddedS3.start(folder, S3Settings.defaults())) {
            HttpURLConnection connection =
                    (HttpURLConnection) s3.endpoint().toURL().openConnection();
            assertThat(connection.getResponseCode()).isEqualTo(HttpURLConnection.HTTP_FORBIDDEN);
        }
    }

    @Test
    void saysWhichPortIsInUse() {
        try (EmbeddedS3 s3 = EmbeddedS3.start(folder.resolve("a"), S3Settings.defaults())) {
            int port = s3.endpoint().getPort();
            S3Settings samePort = S3Settings.defaults().withPort(port);
            assertThatThrownBy(() -> EmbeddedS3.start(folder.resolve("b"), samePort))
                    .isInstanceOf(BackendException.class)
                    .hasMessage("Port " + port + " on 127.0.0.1, meant for the artifact store, is in use: stop what"
                            + " listens there or choose another port.");
        }
    }
}
