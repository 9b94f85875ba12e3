package io.runstream.bench.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OccurrenceCounterTest {

    private final OccurrenceCounter counter = new OccurrenceCounter("\"step\"");

    @Test
    void countsWordsThatPiecesCutThrough() {
        accept("{\"step\":1},{\"st");
        accept("ep\":2},{\"stop\":\"\"step\"");

        assertThat(counter.count()).isEqualTo(3);
    }

    private void accept(String piece) {
        counter.accept(piece.getBytes(US_ASCII), 0, piece.length());
    }
}
