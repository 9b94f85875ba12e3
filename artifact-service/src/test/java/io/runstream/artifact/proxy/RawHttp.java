package io.runstream.artifact.proxy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Requests as an attacker writes them: no client straightens the path first. */
final class RawHttp {
    private final int port;

    RawHttp(int port) {
        this.port = port;
    }

    /** The whole answer; the server closes the connection after it. */
    String send(String method, String target, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head = method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: application/json\r\nContent-Length: " + bytes.length + "\r\n\r\n";
        try (Socket socket = new Socket("localhost", port)) {
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.UTF_8));
            out.write(bytes);
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Announces that many bytes, sends fewer, and goes away. */
    void breakOff(String target, long announced, byte[] sent) throws IOException {
        String head = "PUT " + target + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + announced + "\r\n\r\n";
        try (Socket socket = new Socket("localhost", port)) {
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.UTF_8));
            out.write(sent);
            out.flush();
        }
    }
}
