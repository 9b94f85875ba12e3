package io.runstream.bench.workload;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.URI;

/** Artifacts through a tracking server, by the requests of MLflow's clients. */
final class ProxiedFiles implements FileShelf {
    static final String API = "/api/2.0/mlflow-artifacts/artifacts/";

    private final String root;

    ProxiedFiles(InetSocketAddress server) {
        root = "http://" + server.getHostString() + ":" + server.getPort() + API;
    }

    @Override
    public void put(String path, long size) {
        try {
            HttpURLConnection connection = open("PUT", path);
            connection.setDoOutput(true);
            connection.setFixedLengthStreamingMode(size);
            try (OutputStream body = connection.getOutputStream()) {
                FileContent.write(body, size);
            }
            finish(connection);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void get(String path, long size) {
        try {
            long read = finish(open("GET", path));
            if (read != size) {
                throw new IllegalStateException("%,d bytes of %,d came back".formatted(read, size));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void delete(String path) {
        try {
            finish(open("DELETE", path));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private HttpURLConnection open(String method, String path) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(root + path).toURL().openConnection();
        connection.setRequestMethod(method);
        return connection;
    }

    private static long finish(HttpURLConnection connection) throws IOException {
        if (connection.getResponseCode() >= 300) {
            throw new IllegalStateException("Status " + connection.getResponseCode());
        }
        try (InputStream body = connection.getInputStream()) {
            return FileContent.drain(body);
        }
    }
}
