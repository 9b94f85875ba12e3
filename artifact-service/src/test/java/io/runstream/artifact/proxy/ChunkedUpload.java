package io.runstream.artifact.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;

/** A PUT that does not say how long it is. */
final class ChunkedUpload {
    private static final int CHUNK = 8192;

    private ChunkedUpload() {}

    static void send(URI target, byte[] bytes) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) target.toURL().openConnection();
        connection.setRequestMethod("PUT");
        connection.setDoOutput(true);
        connection.setChunkedStreamingMode(CHUNK);
        try (OutputStream out = connection.getOutputStream()) {
            out.write(bytes);
        }
        assertThat(connection.getResponseCode()).isEqualTo(HttpURLConnection.HTTP_OK);
    }
}
