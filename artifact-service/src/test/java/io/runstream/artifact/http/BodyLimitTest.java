package io.runstream.artifact.http;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.runstream.testkit.S3Backend;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(BodyLimitTest.OneKilobyte.class)
@WithTestResource(S3Backend.class)
class BodyLimitTest {
    private static final String JSON_ROUTE = "/api/2.0/mlflow-artifacts/mpu/create/a";
    private static final byte[] LONG = ("{\"path\":\"" + "a".repeat(100_000) + "\"}").getBytes(UTF_8);

    /** A limit that is quickly reached. */
    public static final class OneKilobyte implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("runstream.http.max-body-size", "1K");
        }
    }

    @Test
    void aBodyThatAnnouncesToBeTooLargeIsRefusedUnread() {
        given().contentType("application/json")
                .body(LONG)
                .post(JSON_ROUTE)
                .then()
                .statusCode(413)
                .contentType("application/json")
                .body("error_code", equalTo("BAD_REQUEST"))
                .body("message", equalTo("Request Entity Too Large"));
    }

    @Test
    void aBodyThatTurnsOutToBeTooLargeIsRefusedInTheSameWords() throws Exception {
        // Given
        List<LogRecord> logged = new CopyOnWriteArrayList<>();
        Handler recorder = new LogRecorder(logged);
        Logger.getLogger("").addHandler(recorder);
        try {
            // When
            HttpResponse<String> answer = sendChunked(LONG);
            // Then
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.headers().firstValue("content-type")).hasValue("application/json");
            assertThat(answer.body())
                    .startsWith("{\"error_code\":\"BAD_REQUEST\",\"message\":\"Request Entity Too Large\"");
            assertThat(logged).allMatch(record -> record.getThrown() == null, "no stack trace");
        } finally {
            Logger.getLogger("").removeHandler(recorder);
        }
    }

    @Test
    void aBodyOfUnknownLengthThatIsSmallEnoughIsRead() throws Exception {
        // Given
        String small = "{\"path\":\"a\",\"num_parts\":1}";
        Response announced = given().contentType("application/json").body(small).post(JSON_ROUTE);
        // When
        HttpResponse<String> unannounced = sendChunked(small.getBytes(UTF_8));
        // Then
        assertThat(unannounced.statusCode()).isEqualTo(announced.statusCode());
        assertThat(unannounced.body()).isEqualTo(announced.asString());
        assertThat(sendChunked("{}".getBytes(UTF_8)).body()).isNotEqualTo(unannounced.body());
    }

    @Test
    void theAnswerReachesAClientThatOnlyReadsWhenItHasSentEverything() throws Exception {
        byte[] part = ("10000\r\n" + "a".repeat(0x10000) + "\r\n").getBytes(UTF_8);
        try (Socket client = new Socket("localhost", RestAssured.port)) {
            OutputStream out = client.getOutputStream();
            out.write(("POST " + JSON_ROUTE + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                            + "Transfer-Encoding: chunked\r\n\r\n")
                    .getBytes(UTF_8));
            for (int i = 0; i < 200; i++) {
                out.write(part);
            }
            out.write("0\r\n\r\n".getBytes(UTF_8));
            String answer = new String(client.getInputStream().readAllBytes(), UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 413 ").containsIgnoringCase("connection: close");
        }
    }

    @Test
    void artifactsHaveNoLimit() {
        String file = "/api/2.0/mlflow-artifacts/artifacts/" + UUID.randomUUID();
        given().contentType("application/octet-stream")
                .body(LONG)
                .put(file)
                .then()
                .statusCode(200);
        assertThat(given().get(file).asByteArray()).hasSize(LONG.length);
    }

    private static HttpResponse<String> sendChunked(byte[] body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + JSON_ROUTE))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    private static final class LogRecorder extends Handler {
        private final List<LogRecord> records;

        LogRecorder(List<LogRecord> records) {
            this.records = records;
        }

        @Override
        public void publish(LogRecord logged) {
            records.add(logged);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
