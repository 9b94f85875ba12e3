package io.runstream.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the process while artifacts are on their way into it. */
class ArtifactCrashIT {
    private static final int MEGABYTE = 1024 * 1024;
    /** Of each upload; more than one of the portions in which bytes of unknown length go to the store. */
    private static final int SENT = 12 * MEGABYTE;

    @TempDir
    Path data;

    @Test
    void whatWasNotWholeIsNotThereAndWhatWasThereBeforeIs() throws Exception {
        // Given
        try (RunstreamProcess runstream = RunstreamProcess.start(data);
                ArtifactApi api = new ArtifactApi(runstream.url())) {
            assertThat(api.put("run/whole", "whole").statusCode()).isEqualTo(200);
            assertThat(api.put("run/replaced", "old").statusCode()).isEqualTo(200);
            assertThat(api.put("run/replaced-in-parts", "old too").statusCode()).isEqualTo(200);
            // When
            try (Socket fresh = api.beginPut("run/fresh", SENT);
                    Socket replacing = api.beginPut("run/replaced", SENT);
                    Socket inParts = api.beginChunkedPut("run/replaced-in-parts", SENT)) {
                await().atMost(Duration.ofMinutes(1)).until(() -> bytesIn(incoming()) >= 2L * SENT);
                assertThat(Stream.of(fresh, replacing, inParts)).allMatch(Socket::isConnected);
                runstream.kill();
            }
        }
        // Then
        try (RunstreamProcess runstream = RunstreamProcess.start(data);
                ArtifactApi api = new ArtifactApi(runstream.url())) {
            assertThat(api.list("run").body())
                    .isEqualTo("{\"files\":[{\"path\":\"replaced\",\"is_dir\":false,\"file_size\":3},"
                            + "{\"path\":\"replaced-in-parts\",\"is_dir\":false,\"file_size\":7},"
                            + "{\"path\":\"whole\",\"is_dir\":false,\"file_size\":5}]}");
            assertThat(api.get("run/whole").body()).isEqualTo("whole");
            assertThat(api.get("run/replaced").body()).isEqualTo("old");
            assertThat(api.get("run/replaced-in-parts").body()).isEqualTo("old too");
            assertThat(api.get("run/fresh").statusCode()).isEqualTo(404);
            // Whole parts stay, for a day: the store can't know that nobody goes on with them.
            assertThat(bytesIn(incoming())).isLessThan(SENT);
        }
    }

    private Path incoming() {
        return data.resolve("artifacts/objects/.incoming");
    }

    private static long bytesIn(Path folder) {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
