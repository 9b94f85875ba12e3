package io.runstream.standalone;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** What the fault tests say to a server about artifacts, by their paths below {@code mlflow-artifacts:/}. */
final class ArtifactApi implements AutoCloseable {
    private static final String ROUTE = "/api/2.0/mlflow-artifacts/artifacts";
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI server;

    ArtifactApi(URI server) {
        this.server = server;
    }

    HttpResponse<String> put(String path, String content) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(file(path)).PUT(BodyPublishers.ofString(content)));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(file(path)));
    }

    HttpResponse<String> list(String folder) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(server.resolve(ROUTE + "?path=" + folder)));
    }

    /** Sends that many bytes of a file that is to be twice as long, and leaves the connection open. */
    Socket beginPut(String path, int bytes) throws IOException {
        return begin(path, "Content-Length: " + 2L * bytes, new byte[bytes]);
    }

    /** Sends one chunk of that many bytes of a file that is of unknown length, and leaves the connection open. */
    Socket beginChunkedPut(String path, int bytes) throws IOException {
        byte[] size = (Integer.toHexString(bytes) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        Socket socket = begin(path, "Transfer-Encoding: chunked", size);
        socket.getOutputStream().write(new byte[bytes]);
        return socket;
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }

    private Socket begin(String path, String header, byte[] body) throws IOException {
        Socket socket = new Socket(server.getHost(), server.getPort());
        String head = "PUT " + file(path).getPath() + " HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n\r\n";
        OutputStream out = socket.getOutputStream();
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        out.flush();
        return socket;
    }

    private URI file(String path) {
        return server.resolve(ROUTE + "/" + path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.timeout(TIMEOUT).build(), BodyHandlers.ofString());
    }
}
