package io.runstream.bench.http;

import java.nio.charset.StandardCharsets;

/** HTTP/1.1 requests as the bytes that go over the wire, built before the clock runs. */
public final class Requests {

    private static final String API = "/api/2.0/mlflow/";

    private Requests() {}

    /** @param path below MLflow's API, with its query; must be legal in a request line already */
    public static byte[] get(String path) {
        return ("GET " + API + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: */*\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** @param path below MLflow's API */
    public static byte[] post(String path, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        byte[] head = ("POST " + API + path
                        + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: */*\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        return request;
    }
}
