package io.runstream.cluster;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;

/** Asks a process whether it can work. */
interface Probe {
    Duration PATIENCE = Duration.ofSeconds(5);

    /** Blocks for some seconds at most. */
    boolean answers();

    /** It accepts connections. */
    static Probe connection(int port) {
        return () -> {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", port), (int) PATIENCE.toMillis());
                return true;
            } catch (IOException e) {
                return false;
            }
        };
    }

    /** It answers 200 at that path. */
    static Probe page(int port, String path) {
        return () -> {
            try {
                URI uri = new URI("http", null, "127.0.0.1", port, path, null, null);
                HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
                connection.setConnectTimeout((int) PATIENCE.toMillis());
                connection.setReadTimeout((int) PATIENCE.toMillis());
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } catch (IOException e) {
                return false;
            } catch (URISyntaxException e) {
                throw new IllegalArgumentException(e);
            }
        };
    }
}
