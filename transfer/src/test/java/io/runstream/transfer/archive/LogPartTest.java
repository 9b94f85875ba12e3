package io.runstream.transfer.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.runstream.transfer.TransferException;
import io.runstream.transfer.archive.LogPart.NewChunk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogPartTest {
    private static final LoggedRecord FIRST = new LoggedRecord(0, 1_000, bytes("key"), bytes("value"));
    private static final LoggedRecord WITHOUT_KEY = new LoggedRecord(4, -1, null, new byte[0]);
    private static final LoggedRecord WITHOUT_VALUE = new LoggedRecord(5, 2_000, new byte[0], null);

    @TempDir
    Path folder;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private LogPart log() throws IOException {
        return LogPart.in(folder);
    }

    private void write(long to, LoggedRecord... records) throws IOException {
        try (NewChunk chunk = log().begin("topic", 3)) {
            Arrays.stream(records).forEach(chunk::add);
            chunk.finish(to);
        }
    }

    private List<LoggedRecord> read() throws IOException {
        List<LoggedRecord> records = new ArrayList<>();
        LogPart log = log();
        log.chunks().forEach(chunk -> log.read(chunk, records::add));
        return records;
    }

    @Test
    void recordsComeBackAsTheyWere() throws IOException {
        write(5, FIRST, WITHOUT_KEY);
        write(9, WITHOUT_VALUE);

        assertThat(read())
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(FIRST, WITHOUT_KEY, WITHOUT_VALUE);
        assertThat(log().next("topic", 3)).isEqualTo(9);
        assertThat(log().next("topic", 2)).isZero();
        assertThat(log().chunks())
                .extracting(ChunkEntry::records, ChunkEntry::bytes, ChunkEntry::largest)
                .containsExactly(tuple(2L, 8L, 8), tuple(1L, 0L, 0));
    }

    @Test
    void aChunkThatWasNotFinishedWasNeverThere() throws IOException {
        write(1, FIRST);
        try (NewChunk chunk = log().begin("topic", 3)) {
            chunk.add(WITHOUT_KEY);
        }

        assertThat(log().next("topic", 3)).isEqualTo(1);
        write(6, WITHOUT_KEY, WITHOUT_VALUE);
        assertThat(read()).hasSize(3);
    }

    @Test
    void everyFlippedBitOfAChunkIsNoticed() throws IOException {
        write(6, FIRST, WITHOUT_KEY, WITHOUT_VALUE);
        Path file = folder.resolve(log().chunks().getFirst().file());
        byte[] good = Files.readAllBytes(file);
        for (int bit = 0; bit < good.length * Byte.SIZE; bit++) {
            byte[] bad = good.clone();
            bad[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            Files.write(file, bad);

            assertThatThrownBy(this::read)
                    .as("bit %d", bit)
                    .isInstanceOf(TransferException.class)
                    .hasMessage("The archive is damaged: " + file + " does not hold what was written.");
        }
    }

    @Test
    void everyTruncationOfAChunkIsNoticedAndSoIsWhatFollowsIt() throws IOException {
        write(6, FIRST, WITHOUT_KEY, WITHOUT_VALUE);
        Path file = folder.resolve(log().chunks().getFirst().file());
        byte[] good = Files.readAllBytes(file);
        for (int length = 0; length <= good.length + 1; length++) {
            Files.write(file, Arrays.copyOf(good, length));
            if (length == good.length) {
                assertThat(read()).hasSize(3);
            } else {
                assertThatThrownBy(this::read).as("%d bytes", length).isInstanceOf(TransferException.class);
            }
        }
    }

    @Test
    void aMissingChunkIsNoticed() throws IOException {
        write(1, FIRST);
        Path file = folder.resolve(log().chunks().getFirst().file());
        Files.delete(file);

        assertThatThrownBy(this::read)
                .isInstanceOf(TransferException.class)
                .hasMessage("The archive is damaged: " + file + " is missing.");
    }
}
