package io.runstream.bench.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ResponseReaderTest {

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    @Test
    void answersOfFixedLengthFollowOneAnother() throws IOException {
        ResponseReader reader = reading(
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}HTTP/1.1 200 OK\r\ncontent-length: 3\r\n\r\nabc");

        assertThat(reader.read(body::write).succeeded()).isTrue();
        assertThat(reader.read(body::write).succeeded()).isTrue();

        assertThat(body).hasToString("{}abc");
    }

    @Test
    void chunksAreJoinedAndTrailersSkipped() throws IOException {
        ResponseReader reader = reading(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nA\r\n0123456789\r\n0\r\nX: y\r\n\r\n");

        reader.read(body::write);

        assertThat(body).hasToString("abc0123456789");
    }

    @Test
    void bytesMayArriveOneByOne() throws IOException {
        InputStream trickle =
                new ByteArrayInputStream("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}".getBytes(US_ASCII)) {
                    @Override
                    public synchronized int read(byte[] target, int offset, int length) {
                        return super.read(target, offset, Math.min(1, length));
                    }
                };

        new ResponseReader(Channels.newChannel(trickle)).read(body::write);

        assertThat(body).hasToString("{}");
    }

    @Test
    void pushBackSaysHowLongToWait() throws IOException {
        Response response = reading("HTTP/1.1 429 Too Many Requests\r\nRetry-After: 7\r\nContent-Length: 0\r\n\r\n")
                .read(body::write);

        assertThat(response.pushedBack()).isTrue();
        assertThat(response.retryAfter()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void failureKeepsTheServersWordsAndNoBody() throws IOException {
        Response response =
                reading("HTTP/1.1 500 Oops\r\nContent-Length: 4\r\n\r\nboom").read(body::write);

        assertThat(response.succeeded()).isFalse();
        assertThat(response.excerpt()).isEqualTo("boom");
        assertThat(body.size()).isZero();
    }

    @Test
    void endInTheMiddleOfAnAnswerIsAFailure() {
        ResponseReader reader = reading("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc");

        assertThatThrownBy(() -> reader.read(body::write)).isInstanceOf(EOFException.class);
    }

    private static ResponseReader reading(String answers) {
        return new ResponseReader(Channels.newChannel(new ByteArrayInputStream(answers.getBytes(US_ASCII))));
    }
}
