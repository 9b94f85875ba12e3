package io.runstream.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;

/** Requests as an attacker writes them: no client straightens the path or chooses the headers. */
final class RawHttp {
    private static final int PATIENCE_MS = 30_000;

    private final URI server;

    RawHttp(URI server) {
        this.server = server;
    }

    /** @param headers lines, each with its end; the whole answer is returned, and the connection closed after it */
    String send(String method, String target, String headers) throws IOException {
        String body = "{}";
        String request = method + " " + target + " HTTP/1.1\r\n" + headers + "Connection: close\r\n"
                + "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(PATIENCE_MS);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(UTF_8));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
